-- Who moved a case on, last: it is not handed back to whom it was taken from.
alter table cases add column moved_by text;
