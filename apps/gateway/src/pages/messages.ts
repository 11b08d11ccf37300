/** What can stand between a person and a service. */
export type Trouble =
  | 'unknown-address'
  | 'unknown-service'
  | 'not-allowed'
  | 'foreign-origin'
  | 'sign-in'
  | 'stopped'
  | 'failed'
  | 'no-answer'
  | 'engine-away'
  | 'unavailable';

export type Language = 'en' | 'fr';

interface Message {
  title: string;
  text: string;
}

/** `{service}`, `{code}` and `{since}` are filled in where they stand. */
export const MESSAGES: Readonly<Record<Language, Readonly<Record<Trouble, Message>>>> = {
  en: {
    'unknown-address': {
      title: 'Nothing here',
      text: 'Services are at /s/project/environment/service/. Open yours from its project.',
    },
    'unknown-service': {
      title: 'No such service',
      text: 'No deployed stack exposes {service} at this address, or the project is not one of yours.',
    },
    'not-allowed': {
      title: 'Not open to your role',
      text: 'Engineers and admins open services. Ask an admin if you need {service}.',
    },
    'foreign-origin': {
      title: 'Refused',
      text: 'This request came from a page of another site.',
    },
    'sign-in': { title: 'Sign in first', text: 'This address needs a signed-in person.' },
    stopped: {
      title: '{service} is stopped',
      text: 'Start its stack in the project, then try again.',
    },
    failed: {
      title: '{service} has stopped by itself',
      text: 'It ended with exit code {code}. Its log in the project says why.',
    },
    'no-answer': {
      title: '{service} does not answer',
      text: 'Its container runs but takes no connection. It may still be starting: try again in a moment, or read its log.',
    },
    'engine-away': {
      title: '{service} cannot be reached',
      text: 'Its Docker engine has been unreachable since {since}. Nothing was changed; the service may still be running.',
    },
    unavailable: {
      title: 'Jalon cannot answer now',
      text: 'Its database does not answer. Try again in a moment.',
    },
  },
  fr: {
    'unknown-address': {
      title: 'Rien à cette adresse',
      text: 'Les services sont sous /s/projet/environnement/service/. Ouvrez le vôtre depuis son projet.',
    },
    'unknown-service': {
      title: 'Service inconnu',
      text: 'Aucune pile déployée n’expose {service} à cette adresse, ou le projet n’est pas l’un des vôtres.',
    },
    'not-allowed': {
      title: 'Votre rôle ne le permet pas',
      text: 'Les ingénieurs et les administrateurs ouvrent les services. Demandez à un administrateur s’il vous faut {service}.',
    },
    'foreign-origin': {
      title: 'Refusé',
      text: 'Cette requête vient de la page d’un autre site.',
    },
    'sign-in': { title: 'Connectez-vous d’abord', text: 'Cette adresse demande une personne connectée.' },
    stopped: {
      title: '{service} est arrêté',
      text: 'Démarrez sa pile dans le projet, puis réessayez.',
    },
    failed: {
      title: '{service} s’est arrêté de lui-même',
      text: 'Il s’est terminé avec le code {code}. Son journal, dans le projet, dit pourquoi.',
    },
    'no-answer': {
      title: '{service} ne répond pas',
      text: 'Son conteneur tourne mais n’accepte aucune connexion. Il démarre peut-être encore : réessayez dans un instant, ou lisez son journal.',
    },
    'engine-away': {
      title: '{service} est injoignable',
      text: 'Son moteur Docker est injoignable depuis {since}. Rien n’a été modifié ; le service tourne peut-être encore.',
    },
    unavailable: {
      title: 'Jalon ne peut pas répondre',
      text: 'Sa base de données ne répond pas. Réessayez dans un instant.',
    },
  },
};

/** The code of the JSON answer and its HTTP status. */
export const ANSWERS: Readonly<Record<Trouble, { status: number; code: string }>> = {
  'unknown-address': { status: 404, code: 'NOT_FOUND' },
  'unknown-service': { status: 404, code: 'NOT_FOUND' },
  'not-allowed': { status: 403, code: 'FORBIDDEN' },
  'foreign-origin': { status: 403, code: 'FORBIDDEN' },
  'sign-in': { status: 401, code: 'UNAUTHENTICATED' },
  stopped: { status: 502, code: 'SERVICE_EXITED' },
  failed: { status: 502, code: 'SERVICE_EXITED' },
  'no-answer': { status: 502, code: 'SERVICE_UNHEALTHY' },
  'engine-away': { status: 502, code: 'ENGINE_UNREACHABLE' },
  unavailable: { status: 503, code: 'UNAVAILABLE' },
};
