create schema demo;

-- One row once the demo enterprise is founded. Its day and its secret stay until all stories are played, so that a start
-- after an interruption goes on with the same plan and raises nothing twice.
create table demo.loading (
    only_row boolean     primary key default true check (only_row),
    day      date        not null,
    secret   text        not null,
    finished boolean     not null default false
);
