import { SignInPage } from '@backstage/core-components';
import {
  configApiRef,
  githubAuthApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';

const github = {
  id: 'github',
  title: 'GitHub',
  message: 'GitHub',
  apiRef: githubAuthApiRef,
};

/** Guests only where the portal runs for development; elsewhere one signs in with GitHub. */
export function PortalSignInPage(props: SignInPageProps) {
  const config = useApi(configApiRef);
  const environment = config.getOptionalString('auth.environment');
  return environment === 'development' ? (
    <SignInPage {...props} providers={['guest']} align="center" />
  ) : (
    <SignInPage {...props} provider={github} />
  );
}
