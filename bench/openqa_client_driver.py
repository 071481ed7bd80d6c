"""Looks at an openQA build with openqa-client: look <url> <build> <seconds>, or wait <url> <build> <seconds between looks>.

`look` prints what it saw, the median milliseconds, the megabytes before the first look and at the peak, as JSON. `wait`
ends when every job has: openqa-client 4 has no loop of its own any more, so this is the one its get_jobs asks for.
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
    # What getrusage tells may be the peak of the program that started this one.
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
