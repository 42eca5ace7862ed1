import { generatePassword } from './generatePassword';

it('makes passwords of one length, with all that Azure wants, and never one twice', () => {
  const passwords = Array.from({ length: 5_000 }, generatePassword);
  expect(
    passwords.filter(
      password =>
        !/^(?=.*[A-Z])(?=.*[a-z])(?=.*[0-9])[A-Za-z0-9]{43}$/.test(password),
    ),
  ).toEqual([]);
  expect(new Set(passwords).size).toBe(passwords.length);
});
