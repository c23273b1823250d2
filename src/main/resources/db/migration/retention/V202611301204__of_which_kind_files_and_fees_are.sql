-- Who is a correspondent, and what was paid for what, stays with the articles; a closed month is a voucher of the accounts.
insert into retention.kind values
(20, 'fee', '通讯员档案和稿费账', 'Correspondents and their fees',
 '谁是通讯员、培训、表彰；每月稿费单：哪篇稿、几个人分、各得多少', 'who is a correspondent, trainings, awards; the fee sheet of each month: which piece, shared by whom, how much for each',
 '稿费算得清、查得到；表彰有据可查', 'fees can be recomputed and shown; what an award rests on',
 '会计法 §23；使用文字作品支付报酬办法', 'Accounting Law §23; Measures on Payment for Written Works',
 null, 0, 0, 'ARISING', 'STAYS');
insert into retention.kept_table (kind, name) values
('fee', 'correspondent.file'),
('fee', 'correspondent.entry'),
('fee', 'correspondent.rate_version'),
('fee', 'correspondent.sheet'),
('fee', 'correspondent.piece'),
('fee', 'correspondent.share'),
('fee', 'correspondent.correction'),
('fee', 'correspondent.step');
