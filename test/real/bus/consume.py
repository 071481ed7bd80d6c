"""Prints what Fedora's own library hears of Nightjar: a line of JSON for each message that is valid."""

import json
import sys

from fedora_messaging import api, config, exceptions

config.conf.load_config(sys.argv[1])
left = int(sys.argv[2])
print("ready", flush=True)


def hear(message):
    global left
    message.validate()
    told = {
        "class": type(message).__name__,
        "topic": message.topic,
        "id": message.id,
        "summary": message.summary,
        "text": str(message),
        "severity": message.severity,
        "number": message.body["number"],
    }
    print(json.dumps(told), flush=True)
    left -= 1
    if left == 0:
        raise exceptions.HaltConsumer()


try:
    api.consume(hear)
except exceptions.HaltConsumer as halted:
    sys.exit(halted.exit_code)
