-- What is published under a name, and by whom it was passed, stays for supervision; a draft is a draft.
insert into retention.kind values
(19, 'news', '资讯稿件和审稿记录', 'Articles and their reviews',
 '投来的稿件、署名、图片、谁审过校过、谁发布撤下', 'what was handed in, bylines, pictures, who passed, published and took it down',
 '登出来的文章有署名；三审三校要查得到', 'what is published has an author; who passed it can be shown',
 '互联网新闻信息服务管理规定 §§11、15', 'Internet News Service Regulation §§11, 15',
 null, 0, 0, 'ARISING', 'STAYS');
insert into retention.kept_table (kind, name) values
('news', 'newsroom.article'),
('news', 'newsroom.revision'),
('news', 'newsroom.picture'),
('news', 'newsroom.pass'),
('news', 'newsroom.step'),
('office', 'newsroom.stage'),
('office', 'newsroom.channel'),
('office', 'newsroom.masthead'),
('draft', 'newsroom.draft');
