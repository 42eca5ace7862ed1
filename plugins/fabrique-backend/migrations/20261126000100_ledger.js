/**
 * What the actions made, the plans that wait for somebody's word, and the tasks that wait.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('ledger_entries', table => {
    table.uuid('id').primary();
    table.text('key').notNullable().comment("The resource's own name");
    table.text('type').notNullable();
    table.text('title').notNullable();
    table.text('environment');
    table
      .text('application')
      .notNullable()
      .comment('Repository of the application that owns it');
    table.text('task_id').notNullable();
    table.text('step_id').notNullable();
    table.text('action_id').notNullable();
    table.text('template_ref');
    table.text('person');
    table.text('verb').notNullable().comment('create or adopt');
    table.text('state').notNullable().comment('making, made or removed');
    table
      .text('reference')
      .comment('JSON: what is needed to find it again, never a secret');
    table.text('location').comment('Page or Azure resource id');
    table.dateTime('created_at').notNullable();
    table.dateTime('made_at');
    table.dateTime('removed_at');
    table.text('removed_by').comment('Task that removed it');
    table
      .dateTime('lease_until')
      .comment('Until when the task that makes it is believed to be alive');
    table.index(['application']);
    table.index(['task_id']);
  });
  // One resource has one line, however many tasks ask for it at the same moment.
  await knex.raw(
    "CREATE UNIQUE INDEX ledger_entries_key ON ledger_entries (key) WHERE state <> 'removed'",
  );

  await knex.schema.createTable('approvals', table => {
    table.uuid('id').primary();
    table.text('task_id').notNullable();
    table.text('step_id').notNullable();
    table.text('action_id').notNullable();
    table.text('template_ref');
    table.text('person');
    table.text('approvers').notNullable().comment('Ref of the group');
    table.text('plan').notNullable().comment('JSON');
    table.text('state').notNullable().comment('pending, approved or refused');
    table.dateTime('requested_at').notNullable();
    table.dateTime('decided_at');
    table.text('decided_by');
    table.text('reason');
    table.index(['state']);
  });
  await knex.raw(
    "CREATE UNIQUE INDEX approvals_pending ON approvals (task_id, step_id) WHERE state = 'pending'",
  );

  await knex.schema.createTable('waiting_tasks', table => {
    table.text('task_id').primary();
    table.text('step_id').notNullable();
    table.text('reason').notNullable();
    table
      .dateTime('resume_at')
      .comment('When the task looks again; none waits for an approval');
    table.dateTime('since').notNullable();
    table.index(['resume_at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('waiting_tasks');
  await knex.schema.dropTable('approvals');
  await knex.schema.dropTable('ledger_entries');
};
