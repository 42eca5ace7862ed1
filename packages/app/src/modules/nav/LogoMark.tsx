/** The roofs of a workshop, as on the favicon. */
export function LogoMark(props: { size?: number }) {
  const { size = 32 } = props;
  return (
    <svg
      viewBox="0 0 32 32"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <rect width="32" height="32" rx="7" fill="#1f5493" />
      <path d="M6 25V11.5l6.7 4.8v-4.8l6.7 4.8v-4.8L26 16.3V25Z" fill="#fff" />
      <path
        d="M10 20h3v2.5h-3zm4.5 0h3v2.5h-3zm4.5 0h3v2.5h-3z"
        fill="#1f5493"
      />
    </svg>
  );
}
