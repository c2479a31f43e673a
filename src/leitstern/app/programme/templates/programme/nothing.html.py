BBBBBBB BBBBBBBBBBBBBBBB
BBBBB BBBBB gettext(u'Programme') BBBBBBBB
BBBBB BBBBBBB
XXXXXXX XXXXXXXXXXXXXXX XXXXXXXXXXXXXXXX gettext(u'Bridge') XXXXXXXX gettext(u'Seven steps lead from here to lived change.') XXXXXXX XXXXXXXXXXXXX gettext(u'Each has a gate: it opens, gathers proof, is credited, and can fall back. None is skipped silently, and nothing is done before it has settled.') XXXXXXXXXXXXX
BB BBBBBBBBBBBB BBBBBBBBBBBBBBBBB BB BBB gettext(u'Begin the programme') BBBBB _("There is no programme yet.")  gettext(u'First give it a name and a route, then fix the starting point and write down what is expected. Then the first step opens.') BBBBBBBB
BBBBBBBB
