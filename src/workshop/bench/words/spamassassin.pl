# SpamAssassin's Bayes by itself, for as long as there is something to read.
#
#   "spam LENGTH\n" mail, "ham LENGTH\n" mail    learns it, and answers 1 (0: it knew it already)
#   "score LENGTH\n" mail                        answers its probability of being spam
use strict;
use warnings;
use Mail::SpamAssassin;

my ($folder) = @ARGV;
my $domains = '/usr/share/spamassassin/20_aux_tlds.cf';
my $settings = <<"END";
loadplugin Mail::SpamAssassin::Plugin::Bayes
use_bayes 1
bayes_path $folder/bayes
bayes_min_spam_num 1
bayes_min_ham_num 1
bayes_auto_learn 0
bayes_auto_expire 0
bayes_learn_to_journal 0
bayes_journal_max_size 0
lock_method flock
END
$settings .= "include $domains\n" if -e $domains;
my $filter = Mail::SpamAssassin->new({
  config_text          => $settings,
  dont_copy_prefs      => 1,
  local_tests_only     => 1,
  userstate_dir        => $folder,
  home_dir_for_helpers => $folder,
});
$filter->init(1);
$filter->init_learner({ caller_will_untie => 1, wait_for_lock => 1 });
my ($bayes) = grep { ref eq 'Mail::SpamAssassin::Plugin::Bayes' } @{ $filter->{plugins}{plugins} };
$bayes or die "no Bayes plugin\n";

binmode STDIN;
$| = 1;
my $has_scored = 0;
while (defined(my $request = <STDIN>)) {
  my ($do, $length) = split ' ', $request;
  read(STDIN, my $bytes, $length) == $length or die "cut off\n";
  my $mail = $filter->parse($bytes, 0);
  if ($do eq 'score') {
    my $status = Mail::SpamAssassin::PerMsgStatus->new($filter, $mail);
    $has_scored = 1;
    # Undefined where it knows none of the words.
    print $bayes->scan($status, $mail) // 0.5, "\n";
    $status->finish;
  } else {
    # After a score its files are open for reading alone, and what is learned would be lost.
    $bayes->{store}->untie_db if $has_scored;
    $has_scored = 0;
    my $status = $filter->learn($mail, undef, $do eq 'spam' ? 1 : 0, 0);
    print $status->did_learn ? "1\n" : "0\n";
    $status->finish;
  }
  $mail->finish;
}
$filter->finish_learner;
