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
                                                                                  again within a week
======================= ==================================== ======= ====== ===== ===================================

Everywhere else, and in the whole twin (`planted=False`), promise = belief = lived in expectation. Who answers a survey
does not depend on how satisfied they are. Two flaws of real exports are there as well: nine calls whose time was lost,
fourteen letters exported twice.
"""
