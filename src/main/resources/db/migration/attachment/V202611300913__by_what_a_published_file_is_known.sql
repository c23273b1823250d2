-- Worked out of the bytes each time it is asked: what is kept beside them could be altered with them.
create view attachment.fingerprint as
select c.id, c.name, c.media_type, c.size, encode(c.sha256, 'hex') as sha256, encode(sha256(c.bytes), 'hex') as of_bytes,
    coalesce(encode(sha256(c.preview), 'hex'), '') as of_preview
from attachment.content c;
