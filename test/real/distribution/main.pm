# A test distribution without a machine: settings of a test suite choose how its jobs end.
#   ENDS        passed, softfailed or failed, as its only module does; crashed: before that module
#   FIRST_ENDS  the same for the first job of a scenario of a build; its clones end as ENDS says
#   SECONDS     how long a job takes before it ends
use strict;
use warnings;
use autotest;
use distribution;
use testapi;

testapi::set_distribution(distribution->new);

# The null backend has no serial console, but the end of a failed test reads from it.
open(my $serial, '>>', 'serial0') or die "serial0: $!";
close $serial;

# Whether no job of this scenario of the build was here before: a clone does not know that it is one.
sub first_try {
    my @scenario = map { get_required_var($_) } qw(BUILD FLAVOR ARCH TEST MACHINE);
    my $mark = join ' ', get_required_var('CASEDIR') . '/tried', @scenario;
    return 0 if -e $mark;
    open(my $file, '>', $mark) or die "$mark: $!";
    close $file;
    return 1;
}

set_var(ENDS => get_var('FIRST_ENDS')) if get_var('FIRST_ENDS') && first_try();
die "the test suite wants a crash\n" if get_var('ENDS', '') eq 'crashed';
autotest::loadtest('tests/ending.pm');

1;
