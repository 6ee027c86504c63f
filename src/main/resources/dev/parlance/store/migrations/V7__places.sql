-- What people say about places: how a channel is called and whether it is in use, and which company a contact is of.

alter table channel_account
  add display_name text,
  add enabled boolean not null default true,
  add created_at timestamptz not null default now();

alter table company add folded text collate "C";   -- the name without case and accents (dev.parlance.query.Analyzer)
update company set folded = lower(name collate "default");
alter table company alter folded set not null;

alter table contact add linked boolean not null default false;   -- whether a person chose the company

create index attention_item_raised on attention_item (tenant_id, raised_at, id);
create index company_name on company (tenant_id, name, id);
