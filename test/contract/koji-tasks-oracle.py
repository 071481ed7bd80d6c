"""Asks the hub at argv[1] for the tasks of argv[2] and prints them as Koji's own client reads them, as JSON."""

import json
import sys

import koji
import koji.tasks

# Koji knows the arguments of its own methods. Those of plugins are the parameters of their handlers.
CHILD = ['name', 'version', 'release', 'arch']
TAGS = ['target_info', 'build_tag', 'repo_info']
koji.tasks.LEGACY_SIGNATURES.update({
    'kiwiBuild': [[['target', 'arches', 'desc_url', 'desc_path', 'opts'], None, None, (None,)]],
    'createKiwiImage': [[CHILD + TAGS + ['desc_url', 'desc_path', 'opts'], None, None, (None,)]],
    'imageBuilderBuild': [[['target', 'arches', 'types', 'name', 'version', 'opts'], None, None, (None,)]],
    'imageBuilderBuildArch': [[CHILD + ['types'] + TAGS + ['opts'], None, None, (None,)]],
})


def read(row):
    params = koji.tasks.parse_task_params(row['method'], row['request'])
    opts = params.get('opts') or {}
    is_parent = row['parent'] is None
    state = koji.TASK_STATES[row['state']]
    return {
        'id': row['id'],
        'method': row['method'],
        'state': state,
        'arch': row['arch'],
        'parent': row['parent'],
        'name': params.get('name', ''),
        'version': (opts.get('version') if is_parent else None) or params.get('version'),
        'release': opts.get('release') if is_parent else params.get('release'),
        'arches': params['arches'] if isinstance(params.get('arches'), list) else [params['arch']],
        'created': row['create_ts'],
        'completed': row['completion_ts'],
        'failure': failure(row['id']) if state == 'FAILED' else None,
        'files': session.listTaskOutput(row['id']),
    }


def failure(task):
    try:
        session.getTaskResult(task)
    except koji.GenericError as error:
        return str(error)


session = koji.ClientSession(sys.argv[1], opts={'anon_retry': False, 'max_retries': 1})
query = json.loads(sys.argv[2])
window = {'createdAfter': query['createdAfter'], 'createdBefore': query['createdBefore'], 'decode': True}
rows = []
for method in query['methods']:
    rows += session.listTasks({'method': method, **window}, {'order': 'id', 'limit': 999})
print(json.dumps([read(row) for row in sorted(rows, key=lambda row: row['id'])]))
