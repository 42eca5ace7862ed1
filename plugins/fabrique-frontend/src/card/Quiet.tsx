import { Text, TextProps } from '@backstage/ui';
import { ReactNode } from 'react';
import classes from './Quiet.module.css';

/** Text of the second rank, which still can be read well in the dark theme. */
export function Quiet(props: {
  as?: 'p' | 'span';
  size?: 'small' | 'x-small';
  children: ReactNode;
}) {
  const { as = 'span', size = 'small', children } = props;
  const variant: TextProps['variant'] = `body-${size}`;
  return (
    <Text as={as} variant={variant} className={classes.quiet}>
      {children}
    </Text>
  );
}
