package kafedra.controller.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kafedra.contract.id.FeedId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.controller.access.AuditLog;
import kafedra.controller.access.Language;
import kafedra.controller.access.StaffRole;
import kafedra.controller.feed.Creation;
import kafedra.controller.feed.Feed;
import kafedra.controller.feed.FeedDesk;
import kafedra.controller.feed.FeedSubject;
import kafedra.controller.feed.FeedToken;
import kafedra.controller.roster.Group;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Person;
import kafedra.controller.roster.Roster;
import org.jspecify.annotations.Nullable;

/** Calendar links: made, listed and revoked by librarians of the school of whom they show. */
final class FeedResource {
  private static final Access LIBRARIANS = Access.of(StaffRole.LIBRARIAN);

  private record Body(@Nullable String person, @Nullable String group, @Nullable String lab) {}

  private record LinkView(
      FeedId id, Language language, String createdBy, Instant createdAt, @Nullable Instant usedAt) {
    static LinkView of(Feed feed) {
      return new LinkView(feed.id(), feed.language(), feed.madeBy(), feed.madeAt(), feed.usedAt());
    }
  }

  private record NewLinkView(LinkView feed, String path) {}

  private final FeedDesk desk;
  private final Roster roster;
  private final AuditLog audit;

  FeedResource(FeedDesk desk, Roster roster, AuditLog audit) {
    this.desk = desk;
    this.roster = roster;
    this.audit = audit;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/feeds", LIBRARIANS, this::list),
        Route.json(Route.Method.POST, "/feeds", LIBRARIANS, this::create),
        Route.change(Route.Method.DELETE, "/feeds/{feed}", LIBRARIANS, this::revoke));
  }

  private Reply list(Call call) {
    FeedSubject subject =
        one(
                call.query("person").map(it -> call.queryId("person", it, PersonId::new)),
                call.query("group").map(it -> call.queryId("group", it, GroupId::new)),
                call.query("lab").map(it -> call.queryId("lab", it, LabId::new)))
            .orElseThrow(() -> Problem.at(ProblemCode.MISSING_PARAMETER, "person"));
    call.seen(schoolOf(call, subject), school -> school);
    return Reply.ok(desk.of(subject).stream().map(LinkView::of).toList());
  }

  private Reply create(Call call) {
    Body body = call.body(Body.class);
    FeedSubject subject =
        one(
                Optional.ofNullable(body.person())
                    .map(it -> Fields.id("person", it, PersonId::new)),
                Optional.ofNullable(body.group()).map(it -> Fields.id("group", it, GroupId::new)),
                Optional.ofNullable(body.lab()).map(it -> Fields.id("lab", it, LabId::new)))
            .orElseThrow(() -> Problem.at(ProblemCode.BAD_FIELD, "person"));
    call.seen(schoolOf(call, subject), school -> school);
    Language language = Language.valueOf(call.tongue().name());
    return switch (desk.create(subject, language, call.staff().login())) {
      case Creation.Created created -> {
        note(call, "feed-created", created.feed());
        yield new Reply.Json(
            201, new NewLinkView(LinkView.of(created.feed()), path(created.token())));
      }
      case Creation.TooMany tooMany -> throw Problem.of(ProblemCode.TOO_MANY_FEEDS, tooMany.most());
    };
  }

  /** Repeating it changes nothing, and answers that there is no such link. */
  private Reply revoke(Call call) {
    Feed feed =
        desk.find(call.pathId("feed", FeedId::new))
            .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND));
    call.seen(schoolOf(call, feed.subject()), school -> school);
    desk.revoke(feed.id(), call.staff().login()).ifPresent(it -> note(call, "feed-revoked", it));
    return new Reply.Empty();
  }

  private void note(Call call, String action, Feed feed) {
    String whose =
        switch (feed.subject()) {
          case FeedSubject.OfPerson it -> "person " + it.person();
          case FeedSubject.OfGroup it -> "group " + it.group();
          case FeedSubject.OfLab it -> "lab " + it.lab();
        };
    audit.note(call.staff().login(), action, feed.id().value(), whose);
  }

  /** Where the calendar is, below the address by which the district is reached. */
  private static String path(FeedToken token) {
    return PublicFeeds.PATH + token.text() + PublicFeeds.SUFFIX;
  }

  /** The one subject that is named; empty when none or several are. */
  private static Optional<FeedSubject> one(
      Optional<PersonId> person, Optional<GroupId> group, Optional<LabId> lab) {
    List<FeedSubject> named =
        Stream.of(
                person.<FeedSubject>map(FeedSubject.OfPerson::new),
                group.<FeedSubject>map(FeedSubject.OfGroup::new),
                lab.<FeedSubject>map(FeedSubject.OfLab::new))
            .flatMap(Optional::stream)
            .toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  private Optional<SchoolId> schoolOf(Call call, FeedSubject subject) {
    return switch (subject) {
      case FeedSubject.OfPerson it -> roster.person(it.person()).map(Person::school);
      case FeedSubject.OfGroup it -> roster.group(it.group()).map(Group::school);
      case FeedSubject.OfLab it -> call.premises().lab(it.lab()).map(Lab::school);
    };
  }
}
