-- The lanes of what happens by itself, each looked at apart from the others; all wakes of a conversation stand together.
alter table scheduled_tasks alter task_name type text collate "C", alter task_instance type text collate "C";
create index scheduled_tasks_due on scheduled_tasks (task_name, execution_time);
drop index scheduled_tasks_time;
drop index scheduled_tasks_priority;

create view scheduled_time as select * from scheduled_tasks where task_name in ('time', 'tidy');
create view scheduled_answer as select * from scheduled_tasks where task_name = 'answer';
create view scheduled_understand as select * from scheduled_tasks where task_name = 'understand';
grant select, insert, update, delete on scheduled_time, scheduled_answer, scheduled_understand to parlance_app;
