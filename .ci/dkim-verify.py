"""Prints `pass` or what is wrong for each of the two signatures of each mail, as dkimpy judges it.

Arguments: a file of lines "NAME RECORD" that stands for the DNS, then mails.
"""

import sys

import dkim


def main():
    with open(sys.argv[1], "rb") as lines:
        records = dict(line.strip().split(b" ", 1) for line in lines)
    for name in sys.argv[2:]:
        with open(name, "rb") as mail:
            verifier = dkim.DKIM(mail.read())
        for index in (0, 1):
            try:
                good = verifier.verify(index, dnsfunc=lambda record, timeout=5: records.get(record.rstrip(b".")))
                print("pass" if good else "fail")
            except dkim.DKIMException as problem:
                print("fail", problem)


main()
