"""Looks at an openQA build with openqa-client. Arguments: look <url> <build> <seconds>, or wait <url> <build> <seconds>.

`look` repeats for <seconds> and prints JSON: what it saw, the median milliseconds, the megabytes before the first look
and at the peak. `wait` looks every <seconds> until every job has ended: openqa-client 4 has no such loop.
"""

import json
import statistics
import sys
import time

from openqa_client.client import OpenQA_Client

WHAT, URL, BUILD, SECONDS = sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4])
ENDED = ("done", "cancelled")
client = OpenQA_Client(URL)


def megabytes():
    # getrusage may report the peak of the parent process.
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1000


def pending(jobs):
    return [job for job in jobs if job["state"] not in ENDED]


def look():
    base, times, end = megabytes(), [], time.monotonic() + SECONDS
    while not times or time.monotonic() < end:
        start = time.perf_counter()
        jobs = client.get_jobs(build=BUILD)
        answer = f"{len(pending(jobs))} of {len(jobs)} pending"
        times.append((time.perf_counter() - start) * 1000)
    ms = statistics.median(times)
    print(json.dumps({"answer": answer, "ms": ms, "base": base, "peak": megabytes()}))


def wait():
    while True:
        jobs = client.get_jobs(build=BUILD)
        if jobs and not pending(jobs):
            return
        time.sleep(SECONDS)


look() if WHAT == "look" else wait()
