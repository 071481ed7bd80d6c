# The only module: it takes SECONDS, and then ends as ENDS says.
use Mojo::Base 'basetest', -signatures;
use testapi;

sub run ($self) {
    record_info('begun', 'no machine is used');
    sleep get_var('SECONDS', 0);
    my $ends = get_var('ENDS', 'passed');
    record_soft_failure('a bug that is known') if $ends eq 'softfailed';
    die 'the test suite wants a failure' if $ends eq 'failed';
}

1;
