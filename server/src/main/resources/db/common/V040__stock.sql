-- So much of one product from one batch. Rows are never deleted: an empty lot stays.
create table lot (
  id uuid primary key,
  version bigint not null,
  -- "product:..." of the knowledge
  product_id varchar(120) not null,
  -- as it was called at the first delivery, so that the shelf stays readable whatever the knowledge drops
  product_name varchar(200) not null,
  lot_number varchar(40) not null,
  -- the last day on which it may be handed out
  expires_on date not null,
  -- the sum of its movements; locked before it is changed
  on_hand integer not null,
  constraint lot_uk unique (product_id, lot_number, expires_on),
  constraint lot_on_hand check (on_hand >= 0)
);

-- Every change of a lot, for good.
create table stock_movement (
  id uuid primary key,
  lot_id uuid not null references lot (id),
  -- what came in, or, below zero, what went out
  quantity integer not null,
  reason varchar(12) not null,
  -- what was handed out; null for what was not
  dispense_id uuid,
  -- null for what the system itself entered
  staff_id uuid references staff (id),
  at timestamp(6) with time zone not null,
  constraint stock_movement_dispense_uk unique (dispense_id),
  constraint stock_movement_dispensed check ((reason = 'DISPENSED') = (dispense_id is not null)),
  constraint stock_movement_sign check (
    quantity > 0 and reason in ('RECEIVED', 'CORRECTED')
    or quantity < 0 and reason in ('DISPENSED', 'CORRECTED', 'DESTROYED'))
);

create index stock_movement_lot on stock_movement (lot_id, at);
create index stock_movement_at on stock_movement (at);
