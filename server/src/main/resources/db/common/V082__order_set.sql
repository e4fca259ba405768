-- Lines that are prescribed again and again. They are taken away, not deleted.
create table order_set (
  id uuid primary key,
  version bigint not null,
  -- whose it is; null: of the whole clinic
  owner_id uuid references staff (id),
  name varchar(120) not null,
  -- as the contract writes it
  content ${blob} not null,
  struck_at timestamp(6) with time zone,
  struck_by uuid references staff (id)
);

create index order_set_owner on order_set (owner_id);

-- The protocols of a clinic are for its head doctor to decide.
insert into role_permission (role_code, permission)
select code, 'PROTOCOL_WRITE' from role where code in ('head-doctor', 'master-administrator');
