create table role (
  code varchar(40) primary key,
  version bigint not null,
  edits integer default 0 not null
);

create table role_permission (
  role_code varchar(40) not null references role (code),
  permission varchar(60) not null,
  primary key (role_code, permission)
);

create table staff (
  id uuid primary key,
  version bigint not null,
  login varchar(60) not null,
  name varchar(120) not null,
  specialty varchar(80) not null,
  active boolean not null,
  bookable boolean not null,
  -- PHC string of Argon2id; null for somebody who never signs in, such as an imported practitioner
  password_hash varchar(200),
  must_change_password boolean not null,
  failures integer not null,
  locked boolean not null,
  last_sign_in timestamp(6) with time zone,
  -- raised by a new password, a sign-out everywhere, an account switched off: sessions of an earlier one are over
  session_epoch integer not null,
  constraint staff_login_uk unique (login)
);

create table staff_role (
  staff_id uuid not null references staff (id),
  role_code varchar(40) not null references role (code),
  primary key (staff_id, role_code)
);

create table session (
  id uuid primary key,
  -- SHA-256 of the token; the token itself is known to the client alone
  token_hash varchar(64) not null,
  staff_id uuid not null references staff (id),
  workstation varchar(80) not null,
  epoch integer not null,
  opened_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  constraint session_token_uk unique (token_hash)
);

create index session_staff on session (staff_id);
