-- What deeds in the present leave: who did what and when, in the journal; contacts' and tags' own times; receipts, under
-- which a deed happens once; what a person must look at; how satisfied the contact was; and what is to happen by itself.

alter table tenant add answers boolean not null default false;   -- whether a responder answers contacts

alter table conversation add open_attention int not null default 0;

alter table journal
  add by_kind smallint,                    -- dev.parlance.conversation.By.Kind
  add by_id text collate "C",
  add detail text;                         -- a JSON object
-- The timeline of a conversation; its messages are a table of their own.
create index journal_timeline on journal (tenant_id, number, seq) where by_kind is not null and kind <> 4;

alter table contact
  add created_at timestamptz not null default now(),
  add updated_at timestamptz not null default now();
create index contact_created on contact (tenant_id, created_at, id);
create index contact_updated on contact (tenant_id, updated_at, id);

create table receipt (
  tenant_id int not null,
  key text collate "C" not null,
  fingerprint text not null,
  number bigint,                           -- the conversation
  subject uuid,                            -- the contact
  said uuid[] not null,                    -- the messages
  at timestamptz not null,
  primary key (tenant_id, key)
);
create index receipt_at on receipt (at);

create table attention_item (
  tenant_id int not null,
  id uuid not null,
  number bigint not null,
  type text not null,
  reason text,
  raised_at timestamptz not null,
  settled_at timestamptz,
  primary key (tenant_id, id)
);
create index attention_item_number on attention_item (tenant_id, number);

create table satisfaction (
  tenant_id int not null,
  number bigint not null,
  id uuid not null,
  score int not null,
  comment text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, number)
);

create table tag (
  tenant_id int not null,
  name text collate "C" not null,
  description text,
  excluded boolean not null,
  category uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, name)
);

do $$
declare
  name text;
begin
  foreach name in array array['receipt', 'attention_item', 'satisfaction', 'tag']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy one_tenant on %I to parlance_app using (tenant_id = (select tenant_in_force()))'
      ' with check (tenant_id = (select tenant_in_force()))', name);
  end loop;
end
$$;

-- What is to happen by itself, for whichever server takes it: the table of db-scheduler. No tenant's data is in it but
-- names of conversations.
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_time on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);

grant select, insert, update, delete on receipt, attention_item, satisfaction, tag, scheduled_tasks to parlance_app;
