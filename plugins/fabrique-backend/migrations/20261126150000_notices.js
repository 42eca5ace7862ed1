// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('fleet_notices', table => {
    table.comment('What owners were told of each service, and are to be told');
    table.string('environment', 20).notNullable();
    table.text('entity_ref').notNullable();
    table.string('service', 100).notNullable();
    table
      .boolean('is_bad')
      .notNullable()
      .comment('What owners believe: as it was at first, or as they were told');
    table
      .dateTime('turned_at', { useTz: true })
      .comment('Since when answers say the opposite');
    table
      .dateTime('bad_told_at', { useTz: true })
      .comment('When it was last told that it is bad');
    table
      .string('to_send', 20)
      .comment('problem or recovery, as long as it is not sent');
    table.text('reasons').comment('Reasons of the verdict to tell, JSON');
    table
      .dateTime('decided_at', { useTz: true })
      .comment('When it was decided to send it');
    table.primary(['environment', 'entity_ref', 'service']);
  });
  await knex.raw(
    'CREATE INDEX fleet_notices_to_send_idx ON fleet_notices (decided_at) WHERE to_send IS NOT NULL',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('fleet_notices');
};
