"""Errors whose message is for a person: what is wrong, and what to do."""


class JobFailed(Exception):
    """A job could not finish; exit code 1. `code` is for programs, the message for people."""

    exit_code = 1

    def __init__(self, code: str, message: str):
        super().__init__(message)
        self.code = code
        self.message = message


class BadInput(JobFailed):
    """What the job was given is wrong, so running it again changes nothing; exit code 2."""

    exit_code = 2
