BBBBBBBBBB BBB gettext(u'Good morning,') 

 gettext(u'this is what customers say about the part of %(unit)s.') SSSS SS SSSS SSSSSSSSS SSS SSSSS SSS SSSS SS SSSSSSSSSBB BBBBBBBBBBBBBBBBB BB BBBBB BB BBBBBBBBBBBB gettext(u'The touchpoints are those of %(name)s, through which your work reaches customers.') SSS SSSSSSSSSSS SSS SSSSS SS SSSSSSSSS SSSSSSS SSSSS SSSS SSSS SSSSSSS SSSSSSSSSSBBBB gettext(u'The touchpoints are those of the whole company, which your work serves.') BBBBBBBBBB

 gettext(u'One good thing first') FFFFF
BB BBBBBBBBBBBFFFFBBBB gettext(u'Nothing that at least half of the customers certainly agree with.') BBBBB

 gettext(u'What stands out') FFFFF
BB BBBBBBBBBBBBBBFFFFBBBB gettext(u'Nothing.') BBBBB
BB BBBBBBBBBBB
 gettext(u'How customers feel (−2 to +2)') FFFFF
BBB BBBBB BB BBBBBBBBBBBX FFFFX FFFFFFFF XFFFFFFFF X FFFFFFFFXX X FFFFF
BBBBBBBBBBBBB BBBBBBBBBBB
 gettext(u'Too late, of 100 customers') FFFFF
BBB BBBBBBBB BBBBBB BB BBBBBBBBBBBX FFFF FFFFFF XFFFFFFXFFFFFFXX X FFFFF
BBBBBBBBBBBBB BBBBBBBBBBBBBBB
 gettext(u'Handed to you') FFFFF
BBB BBBBB BBBB BB BBBBBBBBBBBBBBBBBBBBBBBBBBX FFFFX FFFFFFFFFBB BBB BBBBBBBBBBBBBBBBBBBBBBBBBBBX  gettext(u'typical wait %(wait)s') SSSSSSS SSSS SSSSSSSSBBBBB
BBBBBBBBBBBBB BBBBBBBBBBBB
 gettext(u'Handed on by you') FFFFF
BBB BBBBB BBBB BB BBBBBBBBBBBBBBBBBBBBBBBX FFFFX FFFFFFFFFBB BBB BBBBBBBBBBBBBBBBBBBBBBBBBBBX  gettext(u'typical wait %(wait)s') SSSSSSS SSSS SSSSSSSSBBBBB
BBBBBBBBBBBBB BBBBBBBBBBBBB
 gettext(u"In customers' words") FFFFF
BBB BBBBB BB BBBBBBBBBBBBBX XX XFFFFFFFF X FFFFFFFFX
BBBBBBBBBBB
 gettext(u'Everything, with promise, belief and lived experience') X


 gettext(u'Do not send this letter any more') X


 gettext(u'Nobody reads replies to this address.') 
BBBBBBBBBBBBB
