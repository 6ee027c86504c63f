-- The lanes of what happens by itself, each looked at apart from the others; all wakes of a conversation stand together.
alter table scheduled_tasks alter task_name type text collate "C", alter task_instance type text collate "C";
create index scheduled_tasks_due on scheduled_tasks (task_name, execution_time);
drop index scheduled_tasks_time;
drop index scheduled_tasks_priority;

create view scheduled_time as select * from scheduled_tasks where task_name in ('time', 'tidy');
create view scheduled_answer as select * from scheduled_tasks where task_name = 'answer';
create view scheduled_understand as select * from scheduled_tasks where task_name = 'understand';
grant select, insert, update, delete on scheduled_time, scheduled_answer, scheduled_understand to parlance_app;

-- Who answers the tenant's contacts; a row is a responder, and tenant.answers says that there is one.
create table responder (
  tenant_id int primary key,
  url text not null,
  timeout_seconds int not null,
  attempts int not null,
  secret_variable text,                    -- the environment variable that holds the secret
  model text,                              -- null for a webhook
  instructions text,
  items int not null
);

-- What models answer from. Each lexeme is led by the tenant, as in conversation_words.
create table knowledge (
  tenant_id int not null,
  id text collate "C" not null,
  title text not null,
  text text not null,
  updated_at timestamptz not null,
  words tsvector not null,
  primary key (tenant_id, id)
);
create index knowledge_words on knowledge using gin (words);

do $$
declare
  name text;
begin
  foreach name in array array['responder', 'knowledge']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy one_tenant on %I to parlance_app using (tenant_id = (select tenant_in_force()))'
      ' with check (tenant_id = (select tenant_in_force()))', name);
  end loop;
end
$$;
grant select, insert, update, delete on responder, knowledge to parlance_app;

-- The items with most of the words, a rare word counting more than a frequent one, a long item less than a short one.
-- Long words are found by their beginning too. As with numbers_with_word, row security would keep the index out of it.
create function knowledge_with_words(asked text[], most int) returns table (id text, score double precision)
  language sql stable security definer set search_path = parlance, pg_temp
  as $$
    with all_items as (select count(*)::float8 as n from knowledge where tenant_id = tenant_in_force()),
    hit as (
      select k.id, k.words, count(*) over (partition by a.word)::float8 as items
      from unnest(asked) as a (word)
      join knowledge k on k.tenant_id = tenant_in_force() and k.words @@ (
        '''' || replace(replace(tenant_in_force() || ' ' || a.word, '\', '\\'), '''', '''''') || ''''
        || case when length(a.word) >= 4 then ':*' else '' end)::tsquery
    )
    select hit.id, sum(ln(1 + n / items) ^ 2) / (1 + ln(1 + max(length(hit.words))) / 4) as score
    from hit, all_items group by hit.id order by score desc, hit.id limit most
  $$;

-- Who made the summary when nobody gave it: dev.parlance.conversation.SummaryBy.
alter table conversation_detail add summary_by smallint;
