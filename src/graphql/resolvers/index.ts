import type { Resolvers } from '../generated.ts';
import {
  Explanation,
  NoRumor,
  RelationshipAnswer,
  RelationshipStatusAnswer,
  Rumor,
  RumorOrigin,
  Term,
  WouldChange,
} from './answers.ts';
import { Attribution, CitedEvidence, Claim, Document, Evidence, OnRecord, Source } from './claims.ts';
import { Change } from './changes.ts';
import {
  CostarChain,
  CostarEdge,
  CostarGraph,
  CostarHop,
  CostarNode,
  CostarPath,
  NoPath,
} from './costars.ts';
import { Character, Credit, OnScreenRelationship, Person, Work } from './people-and-works.ts';
import { Query } from './query.ts';
import { hitTypeName, typeNameOf } from './type-names.ts';

/** Every resolver: they read arguments, call one use case or loader, and map. */
export const resolvers: Resolvers = {
  Query,
  RelationshipAnswer,
  RelationshipStatusAnswer,
  Explanation,
  Term,
  WouldChange,
  Rumor,
  RumorOrigin,
  NoRumor,
  Person,
  Work,
  Character,
  Credit,
  OnScreenRelationship,
  CostarGraph,
  CostarNode,
  CostarEdge,
  CostarPath,
  CostarChain,
  CostarHop,
  NoPath,
  Change,
  Claim,
  Attribution,
  OnRecord,
  CitedEvidence,
  Evidence,
  Document,
  Source,
  Node: { __resolveType: typeNameOf },
  SearchHit: { __resolveType: hitTypeName },
  RelationshipResult: { __resolveType: (outcome) => outcome.type },
  RelationshipStatusResult: { __resolveType: (outcome) => outcome.type },
  RumorResult: { __resolveType: (outcome) => outcome.type },
  CostarGraphResult: { __resolveType: (outcome) => outcome.type },
  CostarPathResult: { __resolveType: (outcome) => outcome.type },
  PersonResult: { __resolveType: (outcome) => ('type' in outcome ? outcome.type : 'Person') },
  WorkResult: { __resolveType: (outcome) => ('type' in outcome ? outcome.type : 'Work') },
};
