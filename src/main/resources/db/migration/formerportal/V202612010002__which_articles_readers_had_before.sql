-- Each article says it itself now; nobody has to look here for it.
drop view formerportal.moved_in;
