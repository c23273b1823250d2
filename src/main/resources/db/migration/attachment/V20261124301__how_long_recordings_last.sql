-- Measured when a recording is taken; what was taken before nobody measured.
alter table attachment.content add column seconds int check (seconds is null or (seconds > 0 and kind = 'RECORDING'));
