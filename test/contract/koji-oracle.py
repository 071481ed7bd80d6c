"""Asks the hub at argv[1] through Koji's own client and prints what it understood, as JSON."""

import json
import sys

import koji

session = koji.ClientSession(sys.argv[1], opts={'anon_retry': False, 'max_retries': 1})
said = {'api': session.getAPIVersion(), 'version': session.getKojiVersion()}

closed = {'method': 'createLiveCD', 'state': [koji.TASK_STATES['CLOSED']], 'decode': True}
rows = session.listTasks(closed, {'order': 'id', 'limit': 999})
said['closed'] = [
    {'id': row['id'], 'request': row['request'][:4], 'result': row['result'][0]['files'], 'created': row['create_ts']}
    for row in rows
]
said['count'] = session.listTasks({'method': 'livecd', 'parent': None}, {'countOnly': True})
said['info'] = session.getTaskInfo(rows[0]['id'], request=True)['request'][:4]
said['missing'] = session.getTaskInfo(999)

with session.multicall() as batch:
    calls = [
        batch.getTaskInfo(rows[0]['id']),
        batch.listTasks({'method': 'createLiveCD', 'state': []}, {'limit': 5}),
        batch.getTaskChildren(rows[0]['parent']),
        batch.listTaskOutput(rows[0]['id'], stat=True),
    ]
said['multicall'] = []
for call in calls:
    try:
        said['multicall'].append(call.result)
    except Exception as error:
        said['multicall'].append(type(error).__name__)

said['faults'] = []
for attempt in (
    lambda: session.getTaskInfo(999, strict=True),
    lambda: session.getTaskInfo('abc'),
    lambda: session.cancelTask(rows[0]['id']),
    lambda: session.getTaskResult(int(sys.argv[2])),
    lambda: session.listTasks({'method': ['livecd', 'image']}),
    lambda: session.noSuchMethod(),
):
    try:
        said['faults'].append(attempt())
    except Exception as error:
        said['faults'].append([type(error).__name__, str(error)])

print(json.dumps(said))
