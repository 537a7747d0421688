BEGIN TRANSACTION;
CREATE TABLE codes (
    code text primary key,
    name text not null,
    class text not null,       -- the first digit
    category text not null,
    importance text not null,
    summary text not null,
    what text,                 -- the four answers; a success has none
    retry text,
    permanent text,
    page text not null         -- below the root of the site
) without rowid;
INSERT INTO "codes" VALUES('250','Requested mail action okay, completed','2','success-and-information','low','The server did what the client asked for.',NULL,NULL,NULL,'250/');
INSERT INTO "codes" VALUES('4.2.2','Mailbox full','4','mailbox','medium','The mailbox is full and the sending server tries again.','The mailbox is full for the moment.','automatic','temporary','4.2.2/');
INSERT INTO "codes" VALUES('4.4.7','Delivery time expired','4','mailbox','medium','The sending server could not deliver in time.','The message waited for too long.','send-again','depends','4.4.7/');
INSERT INTO "codes" VALUES('421','Service not available, closing transmission channel','4','mailbox','high','The server closes the connection and wants the client to come back.','The server closed the connection before it took the message.','automatic','temporary','421/');
INSERT INTO "codes" VALUES('422','Number without a definition, read as full','4','mailbox','low','No RFC defines 422, and some lists read it as full.','The mail was put off with a number that no RFC explains.','automatic','temporary','422/');
INSERT INTO "codes" VALUES('430','Number without a definition, read as waiting','4','mailbox','low','No RFC defines 430, and some lists read it as waiting.','The mail was put off with a number that no RFC explains.','automatic','temporary','430/');
INSERT INTO "codes" VALUES('441','Not a reply code: 4.4.7 in another order','4','mailbox','low','No server sends 441 as a reply code; lists took it from an error of Windows.','The message waited for too long at the sending server.','send-again','depends','441/');
INSERT INTO "codes" VALUES('451','Requested action aborted: local error in processing','4','mailbox','medium','The receiving server wants the sending server to come back later.','The receiving server wants the sending server to come back later.','automatic','temporary','451/');
INSERT INTO "codes" VALUES('452','Requested action not taken: insufficient system storage','4','mailbox','medium','The receiving server has no room for the message now.','The receiving server has no room for the message now.','automatic','temporary','452/');
INSERT INTO "codes" VALUES('5.1.1','Bad destination mailbox address','5','addressing','high','There is no mailbox with this address at the receiving server.','There is no mailbox with this address.','after-change','permanent','5.1.1/');
INSERT INTO "codes" VALUES('5.2.2','Mailbox full','5','mailbox','high','The mailbox is full and the message came back.','The mailbox is full and the message was refused.','after-change','depends','5.2.2/');
INSERT INTO "codes" VALUES('5.7.1','Delivery not authorized, message refused','5','addressing','high','The receiving server refuses this sender.','The receiving server refuses this sender.','after-change','permanent','5.7.1/');
INSERT INTO "codes" VALUES('5.7.100','Sender barred by Example Mail','5','addressing','high','Example Mail bars the sender because of a rule of its own.','Example Mail bars the sender.','after-change','permanent','5.7.100/');
INSERT INTO "codes" VALUES('5.7.200','Address stands on Example List','5','addressing','low','The sender''s address stands on Example List.','The sender''s address stands on Example List.','after-change','permanent','5.7.200/');
INSERT INTO "codes" VALUES('5.7.300','Rule of many servers','5','addressing','low','The sender''s address breaks a rule of the server.','The sender''s address breaks a rule of the server.','after-change','permanent','5.7.300/');
INSERT INTO "codes" VALUES('500','Syntax error, command unrecognized','5','addressing','low','The server does not know the command.','The server does not know the command that it was sent.','after-change','permanent','500/');
INSERT INTO "codes" VALUES('511','Not a reply code: 5.1.1 without its dots','5','addressing','low','No server sends 511 as a reply code; lists took it from 5.1.1.','The recipient''s address does not exist at that server.','after-change','permanent','511/');
INSERT INTO "codes" VALUES('550','Requested action not taken: mailbox unavailable','5','addressing','high','The receiving server refuses the message or the recipient for good.','The receiving server refused the message or the recipient.','after-change','depends','550/');
CREATE TABLE customer_replies (
    problem text not null references problems,
    language text not null,
    kind text not null,
    reply text not null,
    read_by_native text,
    primary key (problem, language, kind)
) without rowid;
INSERT INTO "customer_replies" VALUES('barred','de','permanent','Die Organisation des Empfängers nimmt keine Nachrichten von Ihrer Adresse an. Bitte fragen Sie den Empfänger auf anderem Wege.','no');
INSERT INTO "customer_replies" VALUES('barred','en','permanent','The recipient''s organisation takes no mail from your address. Please ask the recipient in another way.',NULL);
INSERT INTO "customer_replies" VALUES('expired','de','permanent','Unser Server hat tagelang vergeblich versucht, Ihre Nachricht zuzustellen. Bitte senden Sie sie später noch einmal.','yes');
INSERT INTO "customer_replies" VALUES('expired','de','temporary','Unser Server versucht weiterhin, Ihre Nachricht zuzustellen. Sie müssen im Moment nichts tun.','yes');
INSERT INTO "customer_replies" VALUES('expired','en','permanent','Our server tried for days to deliver your message and could not. Please send it again later.',NULL);
INSERT INTO "customer_replies" VALUES('expired','en','temporary','Our server still tries to deliver your message. You need do nothing for the moment.',NULL);
INSERT INTO "customer_replies" VALUES('greylisted','de','permanent','Der Mailserver des Empfängers hat unseren Server gebeten, später wiederzukommen. Bitte senden Sie Ihre Nachricht noch einmal.','no');
INSERT INTO "customer_replies" VALUES('greylisted','de','temporary','Der Mailserver des Empfängers hat unseren Server gebeten, später wiederzukommen. Ihre Nachricht wird von selbst erneut gesendet.','no');
INSERT INTO "customer_replies" VALUES('greylisted','en','permanent','The recipient''s server asked our server to come back later. Please send your message again.',NULL);
INSERT INTO "customer_replies" VALUES('greylisted','en','temporary','The recipient''s server asked our server to come back later. Your message is sent again by itself.',NULL);
INSERT INTO "customer_replies" VALUES('mailbox-full','de','permanent','Das Postfach des Empfängers ist voll, deshalb kam Ihre Nachricht zurück. Bitte senden Sie sie später noch einmal.','yes');
INSERT INTO "customer_replies" VALUES('mailbox-full','de','temporary','Das Postfach des Empfängers ist voll. Unser Server bewahrt Ihre Nachricht auf und versucht es von selbst erneut.','yes');
INSERT INTO "customer_replies" VALUES('mailbox-full','en','permanent','The recipient''s mailbox is full, so your message came back. Please send it again later.',NULL);
INSERT INTO "customer_replies" VALUES('mailbox-full','en','temporary','The recipient''s mailbox is full. Our server keeps your message and tries again by itself.',NULL);
INSERT INTO "customer_replies" VALUES('user-unknown','de','permanent','Die Adresse gibt es auf dem Mailserver des Empfängers nicht. Bitte prüfen Sie die Adresse und senden Sie Ihre Nachricht noch einmal.','no');
INSERT INTO "customer_replies" VALUES('user-unknown','en','permanent','The address does not exist at the recipient''s mail server. Please check it and send your message again.',NULL);
CREATE TABLE hosts (
    provider text not null references providers,
    host text not null,
    primary key (provider, host)
) without rowid;
INSERT INTO "hosts" VALUES('example-mail','.example.com');
INSERT INTO "hosts" VALUES('example-service','mx.example.net');
CREATE TABLE numbers (
    number text primary key,
    code text not null references codes
) without rowid;
INSERT INTO "numbers" VALUES('250','250');
INSERT INTO "numbers" VALUES('4.2.2','4.2.2');
INSERT INTO "numbers" VALUES('4.4.7','4.4.7');
INSERT INTO "numbers" VALUES('421','421');
INSERT INTO "numbers" VALUES('422','422');
INSERT INTO "numbers" VALUES('430','430');
INSERT INTO "numbers" VALUES('441','441');
INSERT INTO "numbers" VALUES('451','451');
INSERT INTO "numbers" VALUES('452','452');
INSERT INTO "numbers" VALUES('5.1.1','5.1.1');
INSERT INTO "numbers" VALUES('5.2.2','5.2.2');
INSERT INTO "numbers" VALUES('5.7.1','5.7.1');
INSERT INTO "numbers" VALUES('5.7.100','5.7.100');
INSERT INTO "numbers" VALUES('5.7.101','5.7.100');
INSERT INTO "numbers" VALUES('5.7.102','5.7.100');
INSERT INTO "numbers" VALUES('5.7.200','5.7.200');
INSERT INTO "numbers" VALUES('5.7.300','5.7.300');
INSERT INTO "numbers" VALUES('500','500');
INSERT INTO "numbers" VALUES('511','511');
INSERT INTO "numbers" VALUES('550','550');
CREATE TABLE pairs (
    reply text not null,
    enhanced text not null,
    code text not null references codes,
    primary key (reply, enhanced)
) without rowid;
INSERT INTO "pairs" VALUES('452','4.2.2','4.2.2');
INSERT INTO "pairs" VALUES('550','5.1.1','5.1.1');
INSERT INTO "pairs" VALUES('550','5.2.2','5.2.2');
CREATE TABLE problems (
    problem text primary key,
    name text not null,
    category text not null,
    summary text not null,
    what text not null,        -- the four answers; who acts is in who_acts
    retry text not null,
    permanent text not null,
    page text not null
) without rowid;
INSERT INTO "problems" VALUES('barred','Sender barred','addressing','The receiving server takes nothing from this sender.','The receiving server takes nothing from this sender.','after-change','permanent','problems/barred/');
INSERT INTO "problems" VALUES('expired','Not delivered in time','mailbox','The sending server has tried for too long and gives up.','The message could not be delivered in time.','send-again','depends','problems/expired/');
INSERT INTO "problems" VALUES('greylisted','Greylisted','mailbox','The receiving server refuses the first attempt of a sender it does not know.','The receiving server does not know the sender yet.','automatic','temporary','problems/greylisted/');
INSERT INTO "problems" VALUES('mailbox-full','Mailbox full','mailbox','The recipient''s mailbox has no room for more mail.','The recipient''s mailbox is full.','after-change','depends','problems/mailbox-full/');
INSERT INTO "problems" VALUES('user-unknown','Address does not exist','addressing','The receiving server has no mailbox with this address.','The receiving server has no such mailbox.','after-change','permanent','problems/user-unknown/');
CREATE TABLE problems_of_codes (
    code text not null references codes,
    position integer not null,
    problem text not null references problems,
    primary key (code, position)
) without rowid;
INSERT INTO "problems_of_codes" VALUES('4.2.2',1,'mailbox-full');
INSERT INTO "problems_of_codes" VALUES('4.4.7',1,'expired');
INSERT INTO "problems_of_codes" VALUES('421',1,'expired');
INSERT INTO "problems_of_codes" VALUES('421',2,'mailbox-full');
INSERT INTO "problems_of_codes" VALUES('421',3,'greylisted');
INSERT INTO "problems_of_codes" VALUES('422',1,'mailbox-full');
INSERT INTO "problems_of_codes" VALUES('430',1,'mailbox-full');
INSERT INTO "problems_of_codes" VALUES('441',1,'expired');
INSERT INTO "problems_of_codes" VALUES('451',1,'greylisted');
INSERT INTO "problems_of_codes" VALUES('451',2,'mailbox-full');
INSERT INTO "problems_of_codes" VALUES('452',1,'mailbox-full');
INSERT INTO "problems_of_codes" VALUES('5.1.1',1,'user-unknown');
INSERT INTO "problems_of_codes" VALUES('5.2.2',1,'mailbox-full');
INSERT INTO "problems_of_codes" VALUES('5.7.1',1,'barred');
INSERT INTO "problems_of_codes" VALUES('5.7.100',1,'user-unknown');
INSERT INTO "problems_of_codes" VALUES('5.7.200',1,'barred');
INSERT INTO "problems_of_codes" VALUES('5.7.300',1,'barred');
INSERT INTO "problems_of_codes" VALUES('500',1,'user-unknown');
INSERT INTO "problems_of_codes" VALUES('511',1,'user-unknown');
INSERT INTO "problems_of_codes" VALUES('550',1,'user-unknown');
INSERT INTO "problems_of_codes" VALUES('550',2,'mailbox-full');
CREATE TABLE providers (
    provider text primary key,
    name text not null,
    kind text not null,
    page text not null
) without rowid;
INSERT INTO "providers" VALUES('example-filter','example filter','filter','providers/example-filter/');
INSERT INTO "providers" VALUES('example-list','Example List','blocklist','providers/example-list/');
INSERT INTO "providers" VALUES('example-mail','Example Mail','mailbox','providers/example-mail/');
INSERT INTO "providers" VALUES('example-program','Example Program','program','providers/example-program/');
INSERT INTO "providers" VALUES('example-service','Example Service','mailbox','providers/example-service/');
CREATE TABLE remedies (
    problem text not null references problems,
    person text not null,
    position integer not null,
    step text not null,
    primary key (problem, person, position)
) without rowid;
INSERT INTO "remedies" VALUES('barred','recipient-admin',1,'Look for the rule. Take the sender out of it.');
INSERT INTO "remedies" VALUES('barred','sender',1,'Ask the recipient in another way.');
INSERT INTO "remedies" VALUES('expired','sender',1,'Send the message again.');
INSERT INTO "remedies" VALUES('expired','sender',2,'Reach the recipient in another way.');
INSERT INTO "remedies" VALUES('expired','sender-admin',1,'Look up the last answer in the log.');
INSERT INTO "remedies" VALUES('greylisted','sender',1,'Send the message again if it came back.');
INSERT INTO "remedies" VALUES('mailbox-full','recipient',1,'Delete messages that are no longer needed.');
INSERT INTO "remedies" VALUES('mailbox-full','sender',1,'Reach the recipient in another way.');
INSERT INTO "remedies" VALUES('user-unknown','sender',1,'Compare the address letter by letter.');
CREATE TABLE responses (
    provider text not null references providers,
    response text not null,
    name text not null,
    reply text,
    enhanced text,
    text text not null,
    problem text not null references problems,
    meaning text not null,
    what text not null,
    retry text not null,
    permanent text not null,
    source text,               -- the address where it was read
    checked text not null,     -- when it was last compared
    page text not null,
    primary key (provider, response)
) without rowid;
INSERT INTO "responses" VALUES('example-filter','barred','Barred by a rule','550','5.1.1','<SENDER> is barred by a rule of <RECIPIENT>','barred','Example Filter uses 5.1.1 for a sender whom its customer does not want.','Example Filter uses 5.1.1 for a sender whom its customer does not want.','after-change','permanent','https://example.org/filter','2026-11-22','providers/example-filter/barred/');
INSERT INTO "responses" VALUES('example-filter','gone','Recipient has gone','550',NULL,'the recipient has gone','user-unknown','The person has left the organisation.','The person has left the organisation.','after-change','permanent','https://example.org/example-filter','2026-11-22','providers/example-filter/gone/');
INSERT INTO "responses" VALUES('example-filter','voll','Mailbox full, in German','550','5.2.2','Das Postfach ist voll','mailbox-full','The mailbox behind the filter has no room.','The mailbox behind the filter has no room.','after-change','depends','https://example.org/filter','2026-11-22','providers/example-filter/voll/');
INSERT INTO "responses" VALUES('example-filter','waits','The filter waits',NULL,'4.4.7','delivery time expired; the message waited in the filter for longer than it may, so that it was given up and has to be sent anew by whoever wrote it','expired','Example Filter could not reach the mailbox behind it.','Example Filter could not reach the mailbox behind it.','send-again','temporary','https://example.org/told','2026-11-22','providers/example-filter/waits/');
INSERT INTO "responses" VALUES('example-mail','come-back-later','Come back later','451',NULL,'please come back later','greylisted','Example Mail does not know the sender yet.','Example Mail does not know the sender yet.','automatic','temporary','https://example.org/postmaster','2026-11-22','providers/example-mail/come-back-later/');
INSERT INTO "responses" VALUES('example-mail','come-back-yourself','Come back yourself','550',NULL,'please come back later yourself','greylisted','Example Mail does not know the sender yet and does not keep the message.','Example Mail does not know the sender yet and does not keep the message.','send-again','depends','https://example.org/postmaster','2026-11-22','providers/example-mail/come-back-yourself/');
INSERT INTO "responses" VALUES('example-mail','no-room','No room for the recipient','550','5.1.1','there is no room for <RECIPIENT>','mailbox-full','Example Mail uses 5.1.1 for a mailbox that never had room.','Example Mail uses 5.1.1 for a mailbox that never had room.','after-change','depends','https://example.org/postmaster','2026-11-22','providers/example-mail/no-room/');
INSERT INTO "responses" VALUES('example-mail','no-such-user','No such user','550','5.1.1','<<RECIPIENT>>: no such user here','user-unknown','Example Mail has no mailbox with this address.','Example Mail has no mailbox with this address.','after-change','permanent','https://example.org/postmaster','2026-11-22','providers/example-mail/no-such-user/');
INSERT INTO "responses" VALUES('example-mail','over-limit','Mailbox over its limit','550','5.1.1','account of <RECIPIENT> is over its limit','mailbox-full','Example Mail uses 5.1.1 for a full mailbox.','Example Mail uses 5.1.1 for a full mailbox.','after-change','depends','https://example.org/forum','2024-01-31','providers/example-mail/over-limit/');
INSERT INTO "responses" VALUES('example-program','gone','Recipient has gone','550',NULL,'the recipient has gone','user-unknown','The person has left the organisation.','The person has left the organisation.','after-change','permanent','https://example.org/example-program','2026-11-22','providers/example-program/gone/');
INSERT INTO "responses" VALUES('example-program','recipient-refused','Recipient refused','550','5.1.1','<<RECIPIENT>>: no such user here','user-unknown','The program shows the words of the server to which it is logged in.','The program shows the words of the server to which it is logged in.','after-change','permanent','https://example.org/source','2026-11-22','providers/example-program/recipient-refused/');
INSERT INTO "responses" VALUES('example-service','barred','Address is not known here','550','5.2.2','5.2.2 nobody is called <RECIPIENT>','user-unknown','Example Service uses 5.2.2 for an unknown address.','Example Service uses 5.2.2 for an unknown address.','after-change','permanent','https://example.org/service','2026-11-22','providers/example-service/barred/');
INSERT INTO "responses" VALUES('example-service','full-now','Full at the moment','452','4.2.2','mailbox of <RECIPIENT> is full at the moment','mailbox-full','Example Service keeps the message for two days.','Example Service keeps the message for two days.','automatic','depends','https://example.org/service','2026-11-22','providers/example-service/full-now/');
INSERT INTO "responses" VALUES('example-service','gone','Recipient has gone','550',NULL,'the recipient has gone','user-unknown','The person has left the organisation.','The person has left the organisation.','after-change','permanent','https://example.org/example-service','2026-11-22','providers/example-service/gone/');
CREATE TABLE variants (
    provider text not null,
    response text not null,
    position integer not null,
    text text not null,
    primary key (provider, response, position),
    foreign key (provider, response) references responses
) without rowid;
INSERT INTO "variants" VALUES('example-filter','waits',1,'delivery time expired');
INSERT INTO "variants" VALUES('example-filter','waits',2,'the filter gave the message up');
INSERT INTO "variants" VALUES('example-mail','no-such-user',1,'<RECIPIENT>: nobody of that name');
CREATE TABLE who_acts (
    problem text not null references problems,
    position integer not null,
    person text not null,
    primary key (problem, position)
) without rowid;
INSERT INTO "who_acts" VALUES('barred',1,'recipient-admin');
INSERT INTO "who_acts" VALUES('barred',2,'sender');
INSERT INTO "who_acts" VALUES('expired',1,'sender');
INSERT INTO "who_acts" VALUES('expired',2,'sender-admin');
INSERT INTO "who_acts" VALUES('greylisted',1,'nobody');
INSERT INTO "who_acts" VALUES('mailbox-full',1,'recipient');
INSERT INTO "who_acts" VALUES('user-unknown',1,'sender');
COMMIT;
