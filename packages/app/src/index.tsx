import '@backstage/cli/asset-types';
import '@backstage/ui/css/styles.css';
import ReactDOM from 'react-dom/client';
import App from './App';
import { preferBrowserLanguage } from './preferBrowserLanguage';

preferBrowserLanguage({
  available: ['fr', 'en'],
  languages: navigator.languages,
  storage: localStorage,
});

ReactDOM.createRoot(document.getElementById('root')!).render(App.createRoot());
