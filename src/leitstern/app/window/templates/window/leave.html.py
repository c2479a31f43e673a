BBBBBBB BBBBBBBBBBBBBBBB
BBBBB BBBBB gettext(u'Weekly letter') BBBBBBBB
BBBBB BBBBBBB
XXXXBB BBBB gettext(u'You will not get the letter of %(unit)s any more.') SSS SSSS SSS SSS SSS SSSSSS SS SSSSSSSS SSS SSSSSBBBB gettext(u'No letter of %(unit)s any more?') SS SSSSSS SS SSSSSSSS SSS SSSSSBBBBBXXXXX
BB BBBBXXX gettext(u'If that was a mistake, you can have it again on the page of the department.') XXXXBBBBXXXXX XXXXXXXXXXXXXXXXXXXXX XXXXXXXXXXXXXXXX gettext(u'Do not send it any more') XXXXXXXXXXXXXXXXBBBBB
BBBBBBBB
