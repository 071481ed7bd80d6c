import type { CommandEntry } from './command-entry.ts'

/** Every command, in the order of the help. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'demo',
    summary: 'play a whole night of a small Fedora on this machine',
    load: async () => (await import('./demo/demo.ts')).demoCommand(),
  },
  {
    name: 'start',
    summary: "start a stream's night, or the run of one compose",
    load: async () => (await import('./nights/start.ts')).startCommand(),
  },
  {
    name: 'list',
    summary: 'list the nights: verdict, compose, last report',
    load: async () => (await import('./nights/list.ts')).listCommand(),
  },
  {
    name: 'show',
    summary: 'show one night: its stages, its orders and its report',
    load: async () => (await import('./nights/show.ts')).showCommand(),
  },
  {
    name: 'rerun',
    summary: 'run what failed in a night again, or the night from a stage on',
    load: async () => (await import('./orders/rerun.ts')).rerunCommand(),
  },
  {
    name: 'accept',
    summary: 'take missing images or failing tests out of the verdict',
    load: async () => (await import('./orders/accept.ts')).acceptCommand(),
  },
  {
    name: 'extend',
    summary: 'give the running stage of a night more time',
    load: async () => (await import('./orders/extend.ts')).extendCommand(),
  },
  {
    name: 'finish',
    summary: 'let a night report now, with what is there',
    load: async () => (await import('./orders/finish.ts')).finishCommand(),
  },
  {
    name: 'cancel',
    summary: 'stop a night, with a report that says so',
    load: async () => (await import('./orders/cancel.ts')).cancelCommand(),
  },
  {
    name: 'look',
    summary: 'let a night look now, not only at its next poll',
    load: async () => (await import('./orders/look.ts')).lookCommand(),
  },
  {
    name: 'report',
    summary: 'report on a compose by what openQA says of it now',
    load: async () => (await import('./reports/report.ts')).reportCommand(),
  },
  {
    name: 'send',
    summary: 'send the report of a night again, on a channel',
    load: async () => (await import('./reports/send-again.ts')).sendCommand(),
  },
  {
    name: 'compare-report',
    summary: "tell what check-compose's report says otherwise",
    load: async () => (await import('./reports/compare-report.ts')).compareReportCommand(),
  },
  {
    name: 'history',
    summary: 'show how a test or an image did on the last nights',
    load: async () => (await import('./reports/history.ts')).historyCommand(),
  },
  {
    name: 'last-good',
    summary: 'find the last compose of a stream that passed',
    load: async () => (await import('./reports/last-good.ts')).lastGoodCommand(),
  },
  {
    name: 'composes',
    summary: 'list the composes of a stream that nights have seen',
    load: async () => (await import('./nights/composes.ts')).composesCommand(),
  },
  {
    name: 'archive',
    summary: 'export, import or prune the archive of the nights',
    load: async () => (await import('./nights/archive.ts')).archiveCommand(),
  },
  {
    name: 'find',
    summary: 'find the newest compose of a stream',
    load: async () => (await import('./composes/find.ts')).findCommand(),
  },
  {
    name: 'state',
    summary: 'tell whether a compose is complete, and why not',
    load: async () => (await import('./composes/state.ts')).stateCommand(),
  },
  {
    name: 'images',
    summary: 'list the images of a compose',
    load: async () => (await import('./composes/images.ts')).imagesCommand(),
  },
  {
    name: 'expected',
    summary: 'tell which images a compose should have and lacks',
    load: async () => (await import('./composes/expected.ts')).expectedCommand(),
  },
  {
    name: 'diff',
    summary: 'compare the images of two composes',
    load: async () => (await import('./composes/diff.ts')).diffCommand(),
  },
  {
    name: 'previous',
    summary: 'find the completed compose before one',
    load: async () => (await import('./composes/previous.ts')).previousCommand(),
  },
  {
    name: 'tasks',
    summary: 'list the Koji tasks of a compose, and what failed',
    load: async () => (await import('./composes/tasks.ts')).tasksCommand(),
  },
  {
    name: 'plan',
    summary: 'print what would be posted to openQA, without posting',
    load: async () => (await import('./composes/plan.ts')).planCommand(),
  },
  {
    name: 'resultsdb',
    summary: 'list the openQA jobs of a compose that ResultsDB lacks, and post them',
    load: async () => (await import('./resultsdb/resultsdb.ts')).resultsDbCommand(),
  },
  {
    name: 'init',
    summary: 'write a configuration and systemd units',
    load: async () => (await import('./setup/init.ts')).initCommand(),
  },
  {
    name: 'config',
    summary: 'show every value of the configuration and where it comes from',
    load: async () => (await import('./setup/config.ts')).configCommand(),
  },
  {
    name: 'schedule',
    summary: 'apply or list the Temporal Schedules that open the nights',
    load: async () => (await import('./nights/schedule.ts')).scheduleCommand(),
  },
  {
    name: 'doctor',
    summary: 'tell what is broken in this installation, and what to do',
    load: async () => (await import('./watch/doctor.ts')).doctorCommand(),
  },
  {
    name: 'overdue',
    summary: 'tell whether a report has not come in time, and mail it',
    load: async () => (await import('./watch/overdue.ts')).overdueCommand(),
  },
  {
    name: 'worker',
    summary: 'run a worker: it does the work of the nights',
    load: async () => (await import('./nights/worker.ts')).workerCommand(),
  },
  {
    name: 'dev',
    summary: 'run a Temporal server and a worker on this machine',
    load: async () => (await import('./nights/dev.ts')).devCommand(),
  },
  {
    name: 'web',
    summary: 'serve the pages: is Rawhide broken, since when, why',
    load: async () => (await import('./web/web.ts')).webCommand(),
  },
  {
    name: 'codec-server',
    summary: "decrypt what Temporal stores, for Temporal's web UI",
    load: async () => (await import('./nights/codec-server.ts')).codecServerCommand(),
  },
  {
    name: 'completion',
    summary: 'print the completion of a shell: bash, zsh or fish',
    load: async () => (await import('./completion/completion.ts')).completionCommand(commands),
  },
]
