"""Reports results through ResultsDB's conventions, and reads them through its own client.

usage: peers.py URL, with {"report": [...], "read": [...]} on standard input
"""

import json
import sys
import types

given = json.load(sys.stdin)


class Release:
    """What fedfind would find of the compose; this machine cannot ask Fedora."""

    metadata = {"composeinfo": given["composeinfo"]}
    location = given["location"]
    all_images = given["images"]


fedfind, exceptions, release = (types.ModuleType(name) for name in ("fedfind", "exceptions", "release"))
exceptions.FedfindError = type("FedfindError", (Exception,), {})
release.get_release = lambda cid=None, url=None: Release()
fedfind.exceptions, fedfind.release = exceptions, release
sys.modules.update({"fedfind": fedfind, "fedfind.exceptions": exceptions, "fedfind.release": release})

from resultsdb_api import ResultsDBapi, ResultsDBapiException  # noqa: E402
from resultsdb_conventions.fedora import FedoraComposeResult, FedoraImageResult  # noqa: E402
from resultsdb_conventions.helpers import uuid_namespace  # noqa: E402

client = ResultsDBapi(sys.argv[1], max_retries=0)
compose = given["composeinfo"]["payload"]["compose"]["id"]


def report(job):
    extra = job.pop("extra")
    image = job.pop("image")
    about = FedoraImageResult(image, compose, **job) if image else FedoraComposeResult(compose, **job)
    about.extradata.update(extra)
    return about.report(client)["id"]


def refused(**members):
    try:
        client.create_result(**members)
    except ResultsDBapiException as error:
        return error.message


print(
    json.dumps(
        {
            "reported": [report(job) for job in given["report"]],
            "read": [[found["id"] for found in client.get_results(**query)["data"]] for query in given["read"]],
            "groups": [client.get_group(uuid)["description"] for uuid in given["groups"]],
            "uuids": [str(uuid_namespace(name, uuid_namespace(space))) for space, name in given["names"]],
            "refused": [
                refused(outcome="PASSED", testcase="a", **{"a:b": "1"}),
                refused(outcome="GREEN", testcase="a"),
            ],
        }
    )
)
