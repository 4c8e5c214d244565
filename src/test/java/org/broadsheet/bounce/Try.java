package org.broadsheet.bounce;
import java.nio.file.*;
public class Try { public static void main(String[] a) throws Exception {
 BounceReader r = new BounceReader();
 for (String f : a) { Reading x = r.read(Files.readAllBytes(Path.of(f)));
  System.out.println(Path.of(f).getFileName()+"\t"+x.kind()+"\t"+x.recipients().stream().map(FailedRecipient::address).toList()+"\t"+x.recipients().stream().map(q->q.verdict().map(v->v.status()+"/"+v.severity()+"/"+v.reason().name()).orElse("-")).toList()+"\t"+x.recipients().stream().findFirst().flatMap(FailedRecipient::verdict).map(v->v.text().substring(0,Math.min(100,v.text().length()))).orElse("")); } } }
