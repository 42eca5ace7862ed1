import {
  defaultOffice365Thresholds,
  office365Annotation,
  Office365Mailbox,
  toOffice365Verdict,
} from './office365';

const mailbox = (address: string, owners?: string[]): Office365Mailbox => ({
  address,
  name: address,
  kind: 'group',
  owners,
});

describe('toOffice365Verdict', () => {
  it('is well with an owner, and where nobody tells who owns', () => {
    expect(
      toOffice365Verdict(
        {
          mailboxes: [
            mailbox('a@f.example', ['Camille Martin']),
            mailbox('b@f.example'),
          ],
          missing: [],
        },
        defaultOffice365Thresholds,
      ),
    ).toEqual({ level: 'ok', reasons: [] });
  });

  it('asks for attention to a mailbox without owner, and to one that is not there', () => {
    expect(
      toOffice365Verdict(
        { mailboxes: [mailbox('a@f.example', [])], missing: ['b@f.example'] },
        defaultOffice365Thresholds,
      ),
    ).toEqual({
      level: 'attention',
      reasons: [
        {
          level: 'attention',
          key: 'office365.noOwner',
          params: { address: 'a@f.example' },
        },
        {
          level: 'attention',
          key: 'office365.missing',
          params: { address: 'b@f.example' },
        },
      ],
    });
  });

  it('may want more than one owner', () => {
    expect(
      toOffice365Verdict(
        { mailboxes: [mailbox('a@f.example', ['Camille'])], missing: [] },
        { minimumOwners: 2 },
      ).reasons,
    ).toEqual([
      {
        level: 'attention',
        key: 'office365.fewOwners',
        params: { address: 'a@f.example', count: 1 },
      },
    ]);
  });
});

describe('office365Annotation', () => {
  it('takes one address or several', () => {
    const pattern = new RegExp(`^(?:${office365Annotation.pattern})$`);
    const values = [
      'contact.domifa@fabrique.social.gouv.fr',
      'a@x.fr, b@y.fr',
      'domifa',
      "a@x.fr') or (1 eq 1",
    ];
    expect(values.filter(value => pattern.test(value))).toEqual(
      values.slice(0, 2),
    );
  });
});
