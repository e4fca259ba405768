-- A blockout that closes nothing by itself: it keeps the visits together that stand outside the hours since these are shorter.
alter table absence add column hours_taken boolean default false not null;
