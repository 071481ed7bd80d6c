"""Asks fedfind about the composes of a local tree. Arguments: <url of the tree> <the subjects, as JSON>

Prints the answers, one object a subject, as JSON. Where fedfind raises an error, the answer is its name after `!`.
"""

import json
import logging
import sys

import fedfind.const
import fedfind.helpers
import fedfind.release

URL, SUBJECTS = sys.argv[1], json.loads(sys.argv[2])

# fedfind has its servers as constants, and one in a function.
fedfind.const.NIGHTLY_BASE = URL + "/compose"
fedfind.const.MD_ARCHIVE = URL + "/compose/metadata-archive"
fedfind.const.HTTPS = fedfind.const.HTTPS_DL = URL + "/pub"
fedfind.const.KNOWN_PREFIXES = (URL,)
download = fedfind.helpers.download_json
fedfind.helpers.download_json = lambda url: download(
    url.replace("https://fedorapeople.org/groups/qa/metadata", URL)
)
logging.disable(logging.CRITICAL)


def release(asked):
    words = {key: value.replace("URL", URL, 1) for key, value in asked.items()}
    return fedfind.release.get_release(**words)


def key(image):
    subvariant = image["subvariant"].lower()
    return " ".join((subvariant.removesuffix("_appliance"), image["type"], image["arch"]))


def line(image):
    url = image["url"].replace(URL, "", 1)
    return "\t".join((url, *(image[word] for word in ("subvariant", "type", "format", "arch"))))


def images(asked):
    return sorted(line(image) for image in release(asked).all_images)


def expected(asked):
    return sorted(" ".join(missing) for missing in release(asked).check_expected())


def previous(asked):
    before = release(asked).previous_release
    return before and before.cid


def diff(asked):
    rel = release(asked)
    new, old = ({key(image) for image in each.all_images} for each in (rel, rel.previous_release))
    return sorted([f"gone {each}" for each in old - new] + [f"new {each}" for each in new - old])


def find(asked):
    return release(asked).cid or None


def attempt(question, asked, name):
    # Each question is asked as if it were the only one of its process.
    fedfind.helpers.RELEASES = None
    # The server counts the requests between these.
    fedfind.helpers.url_exists(f"{URL}/-/{question.__name__}/{name}")
    try:
        return None if asked is None else question(asked)
    # fedfind raises ValueError, IndexError, KeyError and errors of its own.
    except Exception as error:
        return f"!{type(error).__name__}"


def answers(number, subject):
    asked, search = subject["asked"], subject["search"]
    return {
        "name": subject["name"],
        "find": attempt(find, search and search["asked"], number),
        "images": attempt(images, asked, number),
        "expected": attempt(expected, asked, number),
        "previous": attempt(previous, asked, number),
        "diff": attempt(diff, asked, number),
    }


print(json.dumps([answers(number, subject) for number, subject in enumerate(SUBJECTS)]))
