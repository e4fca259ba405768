-- Nobody is offered an earlier time than his own on shorter notice.
alter table booking_rules add column notice_minutes integer default 60 not null;
alter table booking_rules add constraint booking_rules_notice check (notice_minutes >= 0);
