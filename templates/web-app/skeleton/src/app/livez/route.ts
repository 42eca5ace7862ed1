/** Le processus répond : c'est tout ce que le cluster demande avant de le laisser tourner. */
export function GET(): Response {
  return new Response('ok');
}
