-- Channels, and by which procedure each is read: how many stages, of whom, and who may do what in which state. All of it is data.
create schema newsroom;

create table newsroom.procedure (
    code                 text primary key check (code ~ '^[a-z-]{1,20}$'),
    -- So many stages are passed before anybody reads it.
    passes_before_public int not null check (passes_before_public between 1 and 9),
    -- What is missing then follows within so many minutes.
    last_within_minutes  int check (last_within_minutes > 0),
    -- A changed character voids the passes from this stage on.
    voids_from           int not null default 1 check (voids_from >= 1)
);

create table newsroom.stage (
    procedure    text not null references newsroom.procedure,
    place        int  not null check (place between 1 and 9),
    role         text not null check (role in ('EDITOR', 'SECTION_EDITOR', 'CHIEF_EDITOR')),
    name         text not null check (name <> ''),
    english_name text not null check (english_name <> ''),
    primary key (procedure, place)
);

create table newsroom.permitted (
    procedure text not null references newsroom.procedure,
    deed      text not null check (deed in ('EDIT', 'PUBLISH', 'SCHEDULE', 'UNSCHEDULE', 'CORRECT', 'RETRACT', 'TAKE_DOWN', 'EXPIRE')),
    state     text not null check (state in ('IN_REVIEW', 'PASSED', 'SCHEDULED', 'PUBLIC', 'RETRACTED')),
    role      text not null check (role in ('EDITOR', 'SECTION_EDITOR', 'CHIEF_EDITOR')),
    primary key (procedure, deed, state, role)
);

create table newsroom.channel (
    code          text primary key check (code ~ '^[a-z-]{2,30}$'),
    place         int  not null unique,
    name          text not null check (name <> ''),
    english_name  text not null check (english_name <> ''),
    kind          text not null check (kind in ('TEXT', 'PICTURES', 'BULLETIN')),
    procedure     text not null references newsroom.procedure,
    -- 三审: three passes of three people before anybody reads it, whatever the procedure says.
    three_reviews boolean not null,
    taking        boolean not null default true
);

insert into newsroom.procedure values ('three', 3, null, 1), ('two', 2, null, 1), ('bulletin', 2, 30, 1);

insert into newsroom.stage values
('three', 1, 'EDITOR', '一审一校', 'first review and proof'),
('three', 2, 'SECTION_EDITOR', '二审二校', 'second review and proof'),
('three', 3, 'CHIEF_EDITOR', '三审三校', 'third review and proof'),
('two', 1, 'EDITOR', '一审一校', 'first review and proof'),
('two', 2, 'SECTION_EDITOR', '二审二校', 'second review and proof'),
('bulletin', 1, 'EDITOR', '一审一校', 'first review and proof'),
('bulletin', 2, 'SECTION_EDITOR', '二审二校', 'second review and proof'),
('bulletin', 3, 'CHIEF_EDITOR', '三审三校', 'third review and proof');

insert into newsroom.permitted
select p.code, d.deed, d.state, d.role
from newsroom.procedure p
cross join (values
    ('EDIT', 'IN_REVIEW', 'EDITOR'), ('EDIT', 'IN_REVIEW', 'SECTION_EDITOR'), ('EDIT', 'IN_REVIEW', 'CHIEF_EDITOR'),
    ('EDIT', 'PASSED', 'EDITOR'), ('EDIT', 'PASSED', 'SECTION_EDITOR'),
    ('PUBLISH', 'PASSED', 'EDITOR'), ('PUBLISH', 'PASSED', 'SECTION_EDITOR'), ('PUBLISH', 'PASSED', 'CHIEF_EDITOR'),
    ('SCHEDULE', 'PASSED', 'EDITOR'), ('SCHEDULE', 'PASSED', 'SECTION_EDITOR'),
    ('UNSCHEDULE', 'SCHEDULED', 'EDITOR'), ('UNSCHEDULE', 'SCHEDULED', 'SECTION_EDITOR'), ('UNSCHEDULE', 'SCHEDULED', 'CHIEF_EDITOR'),
    ('CORRECT', 'PUBLIC', 'EDITOR'), ('CORRECT', 'PUBLIC', 'SECTION_EDITOR'),
    ('RETRACT', 'PUBLIC', 'SECTION_EDITOR'), ('RETRACT', 'PUBLIC', 'CHIEF_EDITOR'),
    ('TAKE_DOWN', 'PUBLIC', 'EDITOR'), ('TAKE_DOWN', 'PUBLIC', 'SECTION_EDITOR'), ('TAKE_DOWN', 'PUBLIC', 'CHIEF_EDITOR'),
    ('TAKE_DOWN', 'RETRACTED', 'SECTION_EDITOR'), ('TAKE_DOWN', 'RETRACTED', 'CHIEF_EDITOR'),
    ('EXPIRE', 'PUBLIC', 'EDITOR'), ('EXPIRE', 'PUBLIC', 'SECTION_EDITOR')) as d (deed, state, role);

insert into newsroom.channel values
('headline', 10, '总揽', 'Overview', 'TEXT', 'three', true, true),
('focus', 20, '焦点话题', 'In focus', 'TEXT', 'three', true, true),
('accident', 30, '事故快报', 'Accident bulletins', 'BULLETIN', 'bulletin', false, true),
('safety', 40, '安全专题', 'Safety', 'TEXT', 'three', true, true),
('supervision', 50, '安监动态', 'Safety supervision', 'TEXT', 'three', true, true),
('briefs', 60, '简讯', 'In brief', 'BULLETIN', 'three', true, true),
('mines', 70, '局矿快报', 'From the mines', 'TEXT', 'three', true, true),
('party', 80, '党群工作', 'Party and union', 'TEXT', 'three', true, true),
('pictures', 90, '图片新闻', 'News in pictures', 'PICTURES', 'three', true, true),
('industry', 100, '煤企聚焦', 'The industry', 'TEXT', 'three', true, true),
('feature', 110, '通讯特写', 'Reports', 'TEXT', 'three', true, true),
('interview', 120, '领导访谈', 'Interviews', 'TEXT', 'three', true, true),
('people', 130, '人物展示', 'People', 'TEXT', 'three', true, true),
('experience', 140, '经验交流', 'Experience', 'TEXT', 'three', true, true),
('opinion', 150, '论文言论', 'Papers and opinion', 'TEXT', 'three', true, true),
('construction', 160, '矿建勘探', 'Construction and exploration', 'TEXT', 'three', true, true),
('suppliers', 170, '厂商在线', 'Suppliers', 'TEXT', 'three', true, true),
('health', 180, '文教卫生', 'Culture, schools, health', 'TEXT', 'three', true, true),
('writing', 190, '写作', 'On writing', 'TEXT', 'two', false, true),
('prose', 200, '散文', 'Prose', 'TEXT', 'two', false, true),
('poetry', 210, '诗词', 'Poems', 'TEXT', 'two', false, true),
('fiction', 220, '小说故事杂文', 'Stories and essays', 'TEXT', 'two', false, true),
('photography', 230, '摄影', 'Photography', 'PICTURES', 'two', false, true),
('slides', 240, '幻灯片', 'Slide shows', 'PICTURES', 'two', false, true),
('exhibition', 250, '书画展', 'Calligraphy and painting', 'PICTURES', 'two', false, true);
