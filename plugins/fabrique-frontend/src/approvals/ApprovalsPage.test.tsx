import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { approvals } from '../__fixtures__/ledger';
import { findViolations } from '../__testUtils__/findViolations';
import { freezeTime } from '../__testUtils__/freezeTime';
import { renderFabriquePage } from '../__testUtils__/renderFabriquePage';
import { FabriqueApi } from '../api/FabriqueApi';

describe('ApprovalsPage', () => {
  freezeTime();

  const render = (api: Partial<FabriqueApi>) =>
    renderFabriquePage({ path: '/fabrique/approvals', api });

  it('shows each plan, folds what goes with its resources, leaves out what does not change, and says who decides', async () => {
    render({ listApprovals: async () => approvals });
    const [plan] = await screen.findAllByRole('list', {
      name: 'Ce qui va se passer',
    });
    expect(plan).toHaveTextContent(
      'créer Serveur Postgres domifaprodserver prod · Standard_B2s',
    );
    expect(within(plan).getAllByRole('listitem')).toHaveLength(1);
    const setting = screen.getByText(/^firewall rule cluster/);
    expect(setting).not.toBeVisible();
    await userEvent.click(screen.getByText('1 réglage qui va avec'));
    expect(setting).toBeVisible();
    // Where nothing else changes, nothing is folded.
    expect(screen.getByText('vault domifa')).toBeVisible();
    expect(
      screen.getByText(
        /Refusé par lea\.bernard .*: Déjà demandé la semaine dernière/,
      ),
    ).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Approuver' })).toHaveLength(
      1,
    );
    expect(await findViolations(document.querySelector('.page')!)).toEqual([]);
  });

  it('approves, and refuses with a reason that must be given', async () => {
    const decisions: unknown[] = [];
    render({
      listApprovals: async () => approvals,
      decideApproval: async (id, decision) => {
        decisions.push([id, decision]);
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Approuver' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Refuser…' }));
    expect(screen.getByRole('button', { name: 'Refuser' })).toBeDisabled();
    await userEvent.type(screen.getByLabelText(/^Motif/), 'Trop grand');
    await userEvent.click(screen.getByRole('button', { name: 'Refuser' }));
    expect(decisions).toEqual([
      ['a', { state: 'approved' }],
      ['a', { state: 'refused', reason: 'Trop grand' }],
    ]);
  });

  it('says why a decision was not written, and that nothing waits', async () => {
    render({
      listApprovals: async () => approvals,
      decideApproval: async () => {
        throw new Error('user:default/lea.bernard decided already: approved');
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Approuver' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      "La décision n'a pas pu être enregistrée : user:default/lea.bernard decided already: approved",
    );
    render({ listApprovals: async () => [] });
    expect(
      await screen.findByText("Rien n'attend d'approbation."),
    ).toBeVisible();
  });
});
