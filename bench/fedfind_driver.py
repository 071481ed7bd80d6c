"""Asks fedfind a question about a local tree. Arguments: <url> <seconds> <operation> <word>...

With 0 seconds it asks once, like a single command. Otherwise it repeats the question and prints the answer, the
median milliseconds and the peak megabytes as JSON.
"""

import json
import logging
import resource
import statistics
import sys
import time

import fedfind.const
import fedfind.helpers
import fedfind.release

URL, SECONDS, OPERATION, WORDS = sys.argv[1], float(sys.argv[2]), sys.argv[3], sys.argv[4:]

# fedfind has its servers as constants.
fedfind.const.NIGHTLY_BASE = URL + "/compose"
fedfind.const.MD_ARCHIVE = URL + "/compose/metadata-archive"
fedfind.const.HTTPS = fedfind.const.HTTPS_DL = URL + "/pub"
fedfind.const.KNOWN_PREFIXES = (URL,)
logging.disable(logging.CRITICAL)


def release(cid):
    return fedfind.release.get_release(cid=cid)


def keys(rel):
    return {(img["subvariant"].lower(), img["type"], img["arch"]) for img in rel.all_images}


def ask():
    if OPERATION == "images":
        rel = release(WORDS[0])
        return str(len(rel.all_images) if rel.status in fedfind.const.PUNGI_SUCCESS else 0)
    if OPERATION == "expected":
        return str(len(release(WORDS[0]).check_expected()))
    if OPERATION == "diff":
        old, new = (keys(release(word)) for word in WORDS)
        return f"{len(new - old)} new, {len(old - new)} gone"
    if OPERATION == "state":
        try:
            rel = release(WORDS[0])
            return "usable" if rel.status in fedfind.const.PUNGI_SUCCESS else "not usable"
        except ValueError:
            return "not usable"
    if OPERATION == "find":
        return fedfind.release.get_release(release="Rawhide", compose=WORDS[0]).cid
    return release(WORDS[0]).previous_release.cid


if OPERATION == "images" and not SECONDS:
    # fedfind has a command only for this question.
    import fedfind.cli

    sys.argv = ["fedfind", "images", "--composeid", WORDS[0]]
    sys.exit(fedfind.cli.main())

end = time.perf_counter() + SECONDS
times = []
while True:
    start = time.perf_counter()
    answer = ask()
    times.append((time.perf_counter() - start) * 1000)
    if time.perf_counter() >= end:
        break
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
print(json.dumps({"answer": answer, "ms": statistics.median(times), "megabytes": peak}))
