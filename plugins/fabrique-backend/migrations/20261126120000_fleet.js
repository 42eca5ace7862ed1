// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('fleet_components', table => {
    table.comment('Components of the catalog that the fleet looks at');
    table.string('environment', 20).notNullable();
    table.text('entity_ref').notNullable();
    table.text('title').notNullable();
    table.text('owner').comment('Ref of the owner');
    table.text('system').comment('Ref of the system');
    table.text('lifecycle');
    table
      .text('search_text')
      .notNullable()
      .comment('Title and name, in small letters without accents');
    table
      .smallint('rank')
      .notNullable()
      .comment('Lowest rank of its services: 0 is the worst, 5 has none');
    table.smallint('problem_count').notNullable();
    table.smallint('attention_count').notNullable();
    table
      .dateTime('seen_at', { useTz: true })
      .notNullable()
      .comment('When the catalog had it last');
    table.primary(['environment', 'entity_ref']);
  });
  // In the order of the page: worst first.
  await knex.raw(
    'CREATE INDEX fleet_components_worst_first_idx ON fleet_components (environment, rank, problem_count DESC, attention_count DESC, search_text, entity_ref)',
  );

  await knex.schema.createTable('fleet_services', table => {
    table.comment('How each service that a component is linked to was doing');
    table.string('environment', 20).notNullable();
    table.text('entity_ref').notNullable();
    table.string('service', 100).notNullable();
    table
      .string('target_key', 64)
      .notNullable()
      .comment('Hash of the target; equal targets share one answer');
    table
      .text('target')
      .comment('What to ask, JSON; absent where the link cannot be understood');
    table
      .boolean('is_derived')
      .notNullable()
      .comment('Follows from a naming rule: what is not found is not linked');
    table.string('state', 20).notNullable();
    table.string('level', 20);
    table.text('reasons').comment('Reasons of the verdict, JSON');
    table.string('failure_kind', 30);
    table.smallint('rank').notNullable();
    table.dateTime('fetched_at', { useTz: true });
    table
      .dateTime('answered_at', { useTz: true })
      .comment('When the upstream was asked last, whatever it said');
    table
      .dateTime('due_at', { useTz: true })
      .comment('When it is to be asked again');
    table.primary(['environment', 'entity_ref', 'service']);
    // No foreign key: checked row by row, it makes the first fill of a large fleet take a hundred times
    // as long. What removes components removes these.
    table.index(['service', 'due_at'], 'fleet_services_due_idx');
    table.index(['service', 'target_key'], 'fleet_services_target_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('fleet_services');
  await knex.schema.dropTable('fleet_components');
};
