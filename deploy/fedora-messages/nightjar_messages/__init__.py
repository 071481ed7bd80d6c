"""The messages of Nightjar, for programs that use fedora-messaging."""

import json
from pathlib import Path

from fedora_messaging import message


class NightMessageV1(message.Message):
    """Something that happened in a night: it opened, a stage, a verdict, an order."""

    body_schema = json.loads(
        (Path(__file__).parent / "night-v1.json").read_text(encoding="utf-8")
    )

    @property
    def app_name(self):
        return "Nightjar"

    @property
    def url(self):
        return self.body["url"]

    @property
    def summary(self):
        event = self.body["event"]
        run = self.body["run"]
        if event == "verdict":
            return self.body["verdict"]["subject"]
        if event == "stage":
            stage = self.body["stage"]
            said = f": {stage['said']}" if stage["said"] else ""
            return f"{run}: {stage['name']} {stage['state']}{said}"
        if event == "order":
            order = self.body["order"]
            became = f": {order['became']}" if order["became"] else ""
            return f"{run}: ordered to {order['asked']}{became}"
        return f"{run}: opened"

    def __str__(self):
        lines = [self.summary]
        if self.body["compose_id"] is not None:
            lines.append(f"Compose: {self.body['compose_id']}")
        if self.url is not None:
            lines.append(f"Page: {self.url}")
        return "\n".join(lines)
