CREATE TABLE messages (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  author     text        NOT NULL CHECK (char_length(author) BETWEEN 1 AND 60),
  body       text        NOT NULL CHECK (char_length(body) BETWEEN 1 AND 500),
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX messages_created_at ON messages (created_at DESC);
