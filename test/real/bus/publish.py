"""Publishes messages with Fedora's own library: each line of stdin is JSON with a topic and a body."""

import json
import sys

from fedora_messaging import api, config, message

config.conf.load_config(sys.argv[1])
for line in sys.stdin:
    told = json.loads(line)
    api.publish(message.Message(topic=told["topic"], body=told["body"]), timeout=30)
