"""Lindenberg Bank & Versicherung, an invented universal bank and insurer, as a folder of files such a company has.

`write.write_example` writes two years of it: by default 20,000 customers and exactly 300,000 contacts on five
channels, promises with dates, answers with comments in both languages, and what people inside guess. No customer, no
employee and no event is real. Everything is generated from a seed; the model of every number stands in `truths`.

Planted truths, to be found by an analysis (shares of 100 customers; `truths.TRUTHS` has them as data):

======================= ==================================== ======= ====== ===== ===================================
what                    where                                promise belief lived why
======================= ==================================== ======= ====== ===== ===================================
belief above reality    payoff · satisfied                        90     86     5 the mortgage story
belief above reality    call_help · satisfied                     80     90    64 unsolved 35, solved 74 satisfied
mortgage story          payoff (70 of 20,000 customers)            –      –     – 2–4 calls, no thanks, history gone,
                                                                                  offer of a new mortgage
slow handoff            claim_settled · in_time                   90     60    60 7/10 of the days before assessment
slow handoff            claim_settled · satisfied                 85     68    68 in time 85, late 42 satisfied
unseen strength         bereavement · satisfied                   90     55    93 nobody inside expects it
late loans              loan_decision · in_time                   95     70    70 three working days
late loans              loan_decision · satisfied                 85     74    74 in time 88, late 40 satisfied;
                                                                                  waiting alone changes nothing
unclear letters         call_help, for the last eight months       –      –     – 70 instead of 6 of 100 callers call
                                                                                  again within a week; 65 instead of 8
                                                                                  have to say again what we know
======================= ==================================== ======= ====== ===== ===================================

Everywhere else, and in the whole twin (`planted=False`), promise = belief = lived in expectation. Who answers a survey
does not depend on how satisfied they are. Two flaws of real exports are there as well: nine calls whose time was lost,
fourteen letters exported twice.

The inside (`staff_wave`, `evidence`, `workshop_room`; truths in `inside_truths`) is planted as well: a Digital Lemming
that takes itself for a tech-distant customer expert. Levels from 0 to 4:

========== ========== ======== ===== ======== =======================================================================
axis       executives managers staff evidence why
========== ========== ======== ===== ======== =======================================================================
culture           3.0      2.1   1.3      1.3 claims of 3 and more rest on documents alone; worst where work is handed on
technology        1.8      2.4   2.9      2.9 claims rest on data from systems; executives miss helpful AI most
========== ========== ======== ===== ======== =======================================================================

Bereavement care sees culture at 3.2, unlike everybody else. Since last year feedback and signals (t2) rose by 0.6 levels
and nothing else moved. One level was ticked off within three days (t7). Brand studio and data office, with three and four
answers, have to stay hidden, and with them campaigns and user support. A handful of people stop halfway or click through.
In the twin everybody sees culture at 3.0 and technology at 2.9, fresh proof bears that out, and nothing has moved.
"""
