import { ButtonIcon, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useEffect, useState } from 'react';
import { useWords } from './useWords';

const shownMs = 2_000;

/** Copies a text, and says so. */
export function CopyButton(props: { text: string; label: string }) {
  const { t } = useWords();
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setIsCopied(false), shownMs);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <>
      <ButtonIcon
        aria-label={props.label}
        icon={
          isCopied ? <RiCheckLine size={16} /> : <RiFileCopyLine size={16} />
        }
        variant="tertiary"
        size="small"
        onPress={async () => {
          await navigator.clipboard.writeText(props.text);
          setIsCopied(true);
        }}
      />
      <VisuallyHidden role="status">
        {isCopied ? t('notLinked.copied') : ''}
      </VisuallyHidden>
    </>
  );
}
