-- Every tenant's table is led by tenant_id, which never changes; no triggers, no cross-tenant keys: the schema can be
-- distributed by tenant. Enums are stored by the position in which Java declares them; those lists only grow at the end.
-- Text is compared bytewise ("C"). Times are whole microseconds.

-- Not a tenant's data: who there is, and which token opens what. Small enough to be a reference table everywhere.
create table tenant (
  id int generated always as identity primary key,
  public_id uuid not null unique,
  name text collate "C" not null unique,
  seq bigint not null default 0,           -- the last number of the tenant's journal
  next_number bigint not null default 1,   -- the next conversation's number
  created_at timestamptz not null default now()
);

create table token (
  id uuid primary key,
  tenant_id int references tenant (id),    -- null: a personal token, for the tenants of user_name
  user_name text collate "C",
  hash bytea not null unique,              -- SHA-256 of the secret
  shown text not null,                     -- the prefix and the last four characters, for lists
  scopes text[] not null,
  workspace_id uuid,
  workspace_name text,
  requests_per_minute int,
  expires_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  check (tenant_id is not null or user_name is not null)
);

create table membership (
  user_name text collate "C" not null,
  tenant_id int not null references tenant (id),
  primary key (user_name, tenant_id)
);

create table journal (
  tenant_id int not null,
  seq bigint not null,
  at timestamptz not null,
  kind smallint not null,                  -- dev.parlance.journal.Change.Kind
  number bigint,                           -- the conversation, where it is about one
  subject uuid,                            -- the contact or team, where it is about one
  primary key (tenant_id, seq)
);

create table workspace (
  tenant_id int not null,
  id uuid not null,
  name text collate "C" not null,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

create table channel_account (
  tenant_id int not null,
  id uuid not null,
  workspace_id uuid not null,
  channel smallint not null,
  name text collate "C" not null,
  primary key (tenant_id, id)
);

create table company (
  tenant_id int not null,
  id uuid not null,
  name text collate "C" not null,
  primary key (tenant_id, id)
);

create table team (
  tenant_id int not null,
  id uuid not null,
  name text collate "C" not null,
  description text,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);

create table contact (
  tenant_id int not null,
  id uuid not null,
  external_id text collate "C",
  name text,
  email text,
  email_folded text collate "C",           -- what an e-mail is matched by
  email_domain text collate "C",
  phone text collate "C",
  custom_data text,
  company_id uuid,
  non_verified_name text,
  non_verified_email text,
  non_verified_custom_data text,
  words text[] collate "C" not null,       -- of name, e-mail and phone
  primary key (tenant_id, id)
);
create unique index contact_external on contact (tenant_id, external_id) where external_id is not null;
create index contact_email on contact (tenant_id, email_folded) where email_folded is not null;
create index contact_phone on contact (tenant_id, phone) where phone is not null;
create index contact_company on contact (tenant_id, company_id) where company_id is not null;
create index contact_domain on contact (tenant_id, email_domain) where email_domain is not null;

-- The row that every message touches: narrow, only btrees.
create table conversation (
  tenant_id int not null,
  number bigint not null,
  id uuid not null,
  workspace_id uuid not null,
  channel smallint not null,
  channel_account_id uuid not null,
  direction smallint not null,
  state smallint not null,
  sentiment smallint,
  ai_closure smallint,
  assist_mode boolean not null,
  support_required boolean not null,
  handed_off boolean not null,
  language text collate "C",
  contact_id uuid,
  team_id uuid,
  assignee_id text collate "C",
  agent_id uuid,
  agent_version_id text collate "C",
  agent_number text collate "C",
  agent_number_folded text collate "C",
  user_id text collate "C",
  user_id_folded text collate "C",
  web_widget_id text collate "C",
  audience_membership_id text collate "C",
  conversation_graph_id text collate "C",
  ticketing_name text collate "C",
  ticket_id text collate "C",
  messages int not null,
  user_turns int not null,
  duration int,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  activity_at timestamptz not null,        -- the last message, or the creation
  last_message_at timestamptz,
  started_at timestamptz,
  completed_at timestamptz,
  scheduled_at timestamptz,
  expires_at timestamptz,
  inaction_ttl int,
  changed_seq bigint not null,             -- the journal's number of the last change
  primary key (tenant_id, number)
);
create unique index conversation_id on conversation (tenant_id, id);
create index conversation_activity on conversation (tenant_id, activity_at, number);
create index conversation_created on conversation (tenant_id, created_at, number);
create index conversation_updated on conversation (tenant_id, updated_at, number);
create index conversation_state on conversation (tenant_id, state, activity_at, number);
create index conversation_contact on conversation (tenant_id, contact_id) where contact_id is not null;
create index conversation_membership on conversation (tenant_id, audience_membership_id)
  where audience_membership_id is not null;

-- Beside it: what messages do not change.
create table conversation_detail (
  tenant_id int not null,
  number bigint not null,
  source text collate "C",
  source_id text collate "C",
  subject text,
  summary text,
  outcome text,
  initial_context text,
  agent_name text,
  tags text[] collate "C" not null,
  custom_data text,                        -- a JSON object
  handoff_summary text,
  handoff_sentiment smallint,
  handoff_at timestamptz,
  ticket_id_type text,
  recording_file text,
  recording_url text,
  recording_duration int,
  recording_format text,
  primary key (tenant_id, number)
);
create unique index conversation_source on conversation_detail (tenant_id, source, source_id);

-- Posting lists: one row for each tag and each value inside custom data (dev.parlance.query.Marks).
create table conversation_mark (
  tenant_id int not null,
  mark bigint not null,
  number bigint not null,
  primary key (tenant_id, mark, number)
);
create index conversation_mark_number on conversation_mark (tenant_id, number);

create table message (
  tenant_id int not null,
  number bigint not null,
  position int not null,                   -- from 0, oldest first
  id uuid not null,
  author smallint not null,
  author_name text,
  at timestamptz not null,
  text text not null,
  attachments text,                        -- a JSON array
  primary key (tenant_id, number, position)
);

-- The words of a conversation in one or more parts, each word led by the tenant: '7 refund'.
create table conversation_words (
  tenant_id int not null,
  number bigint not null,
  part int not null,
  words tsvector not null,
  primary key (tenant_id, number, part)
);
create index conversation_words_words on conversation_words using gin (words);

create table resource_use (
  tenant_id int not null,
  number bigint not null,
  position int not null,                   -- of the message
  ordinal int not null,                    -- within the message, from 0
  type smallint not null,
  resource_id text collate "C" not null,
  kind smallint not null,
  used_at timestamptz not null,
  name text,
  arguments text,                          -- JSON
  result text,                             -- JSON
  error boolean not null,
  primary key (tenant_id, number, position, ordinal)
);

-- Per resource, kind and conversation; an applied use of an instruction or knowledge counts as available too.
create table resource_conversation (
  tenant_id int not null,
  type smallint not null,
  resource_id text collate "C" not null,
  kind smallint not null,
  number bigint not null,
  replies int not null,
  first_used_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (tenant_id, number, type, resource_id, kind)
);
create index resource_conversation_last on resource_conversation
  (tenant_id, type, resource_id, kind, last_used_at desc, number desc) include (first_used_at, replies);

-- Per resource, over all time: the answer of a list and of a summary. Summed up in the transaction that changes it.
create table resource_total (
  tenant_id int not null,
  type smallint not null,
  resource_id text collate "C" not null,
  conversations bigint not null,
  applied_conversations bigint not null,
  applied_replies bigint not null,
  available_conversations bigint not null,
  available_replies bigint not null,
  handoffs bigint not null,
  first_used_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (tenant_id, type, resource_id)
);
create index resource_total_last on resource_total (tenant_id, type, last_used_at desc, resource_id);
